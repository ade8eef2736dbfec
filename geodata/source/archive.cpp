// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/archive.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <fstream>
#include <memory>
#include <system_error>

#include "geodata/source/ogr_handles.hpp"

namespace geodata {
namespace {

// A short text of blanks packs a thousandfold and is harmless.
constexpr double kHarmlessBytes = 16 << 20;

bool isArchive(const std::filesystem::path& file) {
    char head[4] = {};
    std::ifstream(file, std::ios::binary).read(head, sizeof head);
    return std::string_view(head, sizeof head) == "PK\x03\x04";
}

struct FolderCloser {
    void operator()(VSIDIR* folder) const { VSICloseDir(folder); }
};

}  // namespace

Status unpacksWithin(const std::filesystem::path& file, const LinkLimits& limits) {
    if (!isArchive(file)) return {};
    const ogr::ErrorCapture errors;
    const auto refused = [&](const std::string& reason, const std::string& advice = {}) {
        return failure("Cannot read", geodata::quoted(file.string()), reason, advice);
    };
    const std::unique_ptr<VSIDIR, FolderCloser> list(
        VSIOpenDir(("/vsizip/{" + file.string() + "}").c_str(), -1, nullptr));
    if (!list) return refused("the archive is damaged");
    double unpacked = 0;
    while (const VSIDIREntry* entry = VSIGetNextDirEntry(list.get())) unpacked += static_cast<double>(entry->nSize);
    std::error_code error;
    const auto packed = static_cast<double>(std::filesystem::file_size(file, error));
    if (unpacked <= kHarmlessBytes || unpacked <= packed * limits.zipRatio) return {};
    return refused(fmt::format("it unpacks to {:.0f} times its size, and {:g} times are allowed", unpacked / packed,
                               limits.zipRatio),
                   raiseLimit("zip_ratio") + ".");
}

}  // namespace geodata
