// SPDX-License-Identifier: Apache-2.0
// StoreInfo as bytes: numbers as they lie in memory, texts with their length before them.
#include "geodata/store/store_format.hpp"

namespace geodata {
namespace {

class InfoWriter {
public:
    template <class T>
    void number(T value) {
        char raw[sizeof value];
        std::memcpy(raw, &value, sizeof value);
        m_out.append(raw, sizeof value);
    }
    void text(std::string_view value) {
        const std::string good = repairedUtf8(value);
        number(static_cast<std::uint64_t>(good.size()));
        m_out += good;
    }
    std::string take() { return std::move(m_out); }

private:
    std::string m_out;
};

// After the first thing that does not fit everything reads as zero and good() is false.
class InfoReader {
public:
    explicit InfoReader(std::string_view bytes) : m_rest(bytes) {}
    template <class T>
    T number() {
        T value{};
        const std::string_view raw = take(sizeof value);
        if (m_good) std::memcpy(&value, raw.data(), sizeof value);
        return value;
    }
    std::string text() {
        const std::string_view value = take(number<std::uint64_t>());
        m_good = m_good && isUtf8(value);
        return m_good ? std::string(value) : std::string();
    }
    // A count of things of at least `minBytes` each: no more than there is room for.
    std::uint64_t count(std::size_t minBytes) {
        const auto value = number<std::uint64_t>();
        if (value > m_rest.size() / minBytes) m_good = false;
        return m_good ? value : 0;
    }
    bool flag() {
        const auto value = number<std::uint8_t>();
        if (value > 1) m_good = false;
        return value == 1;
    }
    void refuse() { m_good = false; }
    bool good() const { return m_good; }
    bool done() const { return m_good && m_rest.empty(); }

private:
    std::string_view take(std::uint64_t bytes) {
        if (bytes > m_rest.size()) m_good = false;
        if (!m_good) return {};
        const std::string_view taken = m_rest.substr(0, bytes);
        m_rest.remove_prefix(bytes);
        return taken;
    }
    std::string_view m_rest;
    bool m_good = true;
};

LonLatBox readExtent(InfoReader& in) {
    LonLatBox box{in.number<double>(), in.number<double>(), in.number<double>(), in.number<double>()};
    for (const double side : {box.west, box.south, box.east, box.north})
        if (!std::isfinite(side)) in.refuse();
    return box;
}

Column readColumn(InfoReader& in) {
    Column column{in.text(), ColumnType::text};
    const auto type = in.number<std::uint8_t>();
    if (type > static_cast<std::uint8_t>(ColumnType::real)) in.refuse();
    column.type = static_cast<ColumnType>(type);
    return column;
}

bool isFinite(const LonLatBox& box) {
    return std::isfinite(box.west) && std::isfinite(box.south) && std::isfinite(box.east) && std::isfinite(box.north);
}

}  // namespace

std::string encodeInfo(const StoreInfo& info) {
    InfoWriter out;
    for (const std::string* text : {&info.layerName, &info.driver, &info.sourceCrs, &info.mapCrs}) out.text(*text);
    out.number<std::uint8_t>(info.preview);
    out.number<std::uint8_t>(info.partial);
    const bool placed = info.extent && isFinite(*info.extent);
    out.number<std::uint8_t>(placed);
    if (placed)
        for (const double side : {info.extent->west, info.extent->south, info.extent->east, info.extent->north})
            out.number(side);
    out.number<std::uint64_t>(info.columns.size());
    for (const Column& column : info.columns) {
        out.text(column.name);
        out.number(column.type);
    }
    out.number<std::uint64_t>(info.warnings.size());
    for (const Warning& warning : info.warnings) {
        out.text(warning.text);
        out.number(warning.count);
    }
    return out.take();
}

std::optional<StoreInfo> decodeInfo(std::string_view bytes) {
    InfoReader in(bytes);
    StoreInfo info;
    for (std::string* text : {&info.layerName, &info.driver, &info.sourceCrs, &info.mapCrs}) *text = in.text();
    info.preview = in.flag();
    info.partial = in.flag();
    if (in.flag()) info.extent = readExtent(in);
    for (std::uint64_t left = in.count(9); left > 0 && in.good(); --left) info.columns.push_back(readColumn(in));
    for (std::uint64_t left = in.count(16); left > 0 && in.good(); --left) {
        Warning warning{in.text(), 1};
        warning.count = in.number<std::uint64_t>();
        info.warnings.push_back(std::move(warning));
    }
    if (!in.done()) return std::nullopt;
    return info;
}

}  // namespace geodata
