// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/messages.hpp"

#include <type_traits>
#include <utility>

#include "geodata/link/wire_format.hpp"
#include "geodata/result/fnv_hash.hpp"

namespace geodata {
namespace {

constexpr std::uint64_t kMagic = 0x324b4e494c4d4f50ULL;  // "POMLINK2"

// One list of fields per message serves both directions, so that they cannot drift apart.
struct Writing {
    FieldWriter out;
    void operator()(const std::string& value) { out.text(value); }
    void operator()(const std::filesystem::path& value) { out.text(value.native()); }
    void operator()(std::uint64_t value) { out.number(value); }
    void operator()(std::int32_t value) { out.number(static_cast<std::uint32_t>(value)); }
    void operator()(double value) { out.real(value); }
    void operator()(bool value) { out.number(value ? 1 : 0); }
    void operator()(const std::optional<LonLatBox>& box) {
        (*this)(box.has_value());
        if (!box) return;
        for (const double side : {box->west, box->south, box->east, box->north}) out.real(side);
    }
};

struct Reading {
    FieldReader in;
    void operator()(std::string& value) { value = in.text(); }
    void operator()(std::filesystem::path& value) { value = in.text(); }
    void operator()(std::uint64_t& value) { value = in.number(); }
    void operator()(std::int32_t& value) { value = static_cast<std::int32_t>(in.number32()); }
    void operator()(double& value) { value = in.real(); }
    void operator()(bool& value) { value = in.flag(); }
    void operator()(std::optional<LonLatBox>& box) {
        box.reset();
        if (in.flag()) box = LonLatBox{in.real(), in.real(), in.real(), in.real()};
    }
};

template <class V, class... T>
void each(V& visit, T&... fields) {
    (visit(fields), ...);
}

template <class M, class V>
void forEachField(V& visit, M& m) {
    using T = std::remove_const_t<M>;
    if constexpr (std::is_same_v<T, message::Request>) {
        auto& r = m.request;
        auto& l = m.limits;
        each(visit, m.id, l.memoryBytes, l.noProgressS, l.totalS, l.features, l.textBytes, l.zipRatio, l.cacheBytes,
             r.path, r.layer, r.where, r.crs, r.encoding, r.mapCrs, r.position.lon, r.position.lat, r.position.wkt,
             r.position.mgrs, r.position.position, r.useCache, r.window);
    } else if constexpr (std::is_same_v<T, message::Kill>) {
        each(visit, m.id);
    } else if constexpr (std::is_same_v<T, message::Ended>) {
        each(visit, m.id, m.exitCode, m.signal);
    } else if constexpr (std::is_same_v<T, message::Progress>) {
        each(visit, m.layer, m.done, m.total);
    } else if constexpr (std::is_same_v<T, message::Chunk>) {
        each(visit, m.layer, m.final);
    } else if constexpr (std::is_same_v<T, message::Done>) {
        each(visit, m.layers);
    } else if constexpr (std::is_same_v<T, message::Refused>) {
        each(visit, m.sentence);
    } else {
        static_assert(std::is_same_v<T, message::OutOfMemory>);
    }
}

template <std::size_t kKind>
std::optional<Message> decodeAs(std::string_view body) {
    std::variant_alternative_t<kKind, Message> content;
    Reading reading{FieldReader(body)};
    forEachField(reading, content);
    if (!reading.in.finished()) return std::nullopt;
    return Message(std::in_place_index<kKind>, std::move(content));
}

template <std::size_t... kKinds>
std::optional<Message> decodeKind(std::uint64_t kind, std::string_view body, std::index_sequence<kKinds...>) {
    std::optional<Message> found;
    (void)((kind == kKinds && (found = decodeAs<kKinds>(body), true)) || ...);
    return found;
}

}  // namespace

std::string encodeMessage(const Message& message) {
    Writing body;
    std::visit([&](const auto& content) { forEachField(body, content); }, message);
    const std::string content = body.out.take();
    FieldWriter out;
    out.number(kMagic);
    out.number(message.index());
    out.number(fnvHash(content, message.index()));
    out.text(content);
    return out.take();
}

std::optional<Message> decodeMessage(std::string_view bytes) {
    if (bytes.size() > kMaxMessageBytes) return std::nullopt;
    FieldReader in(bytes);
    const bool ours = in.number() == kMagic;
    const std::uint64_t kind = in.number(), hash = in.number();
    const std::string body = in.text();
    if (!ours || !in.finished() || hash != fnvHash(body, kind)) return std::nullopt;
    return decodeKind(kind, body, std::make_index_sequence<std::variant_size_v<Message>>());
}

bool carriesDescriptor(const Message& message) {
    return std::holds_alternative<message::Request>(message) || std::holds_alternative<message::Chunk>(message);
}

}  // namespace geodata
