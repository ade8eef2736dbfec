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

struct FolderCloser {
    void operator()(VSIDIR* folder) const { VSICloseDir(folder); }
};

using Folder = std::unique_ptr<VSIDIR, FolderCloser>;

Folder opened(const std::filesystem::path& file) {
    return Folder(VSIOpenDir(("/vsizip/{" + file.string() + "}").c_str(), -1, nullptr));
}

}  // namespace

bool isArchive(const std::filesystem::path& file) {
    char head[4] = {};
    std::ifstream(file, std::ios::binary).read(head, sizeof head);
    return std::string_view(head, sizeof head) == "PK\x03\x04";
}

Status unpacksWithin(const std::filesystem::path& file, const LinkLimits& limits) {
    if (!isArchive(file)) return {};
    const ogr::ErrorCapture errors;
    const auto refused = [&](const std::string& reason, const std::string& advice = {}) {
        return failure("Cannot read", geodata::quoted(file.string()), reason, advice);
    };
    const Folder list = opened(file);
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

std::vector<std::string> membersOf(const std::filesystem::path& file) {
    const ogr::ErrorCapture errors;
    std::vector<std::string> members;
    const Folder list = opened(file);
    if (!list) return members;
    while (const VSIDIREntry* entry = VSIGetNextDirEntry(list.get()))
        if (VSI_ISREG(entry->nMode) && std::string_view(entry->pszName).find("__MACOSX") == std::string_view::npos)
            members.emplace_back(entry->pszName);
    return members;
}

std::string memberPath(const std::filesystem::path& file, const std::string& member) {
    return "/vsizip/{" + file.string() + "}/" + member;
}

std::string memberBytes(const std::filesystem::path& file, const std::string& member) {
    const ogr::ErrorCapture errors;
    GByte* bytes = nullptr;
    vsi_l_offset size = 0;
    if (VSIIngestFile(nullptr, memberPath(file, member).c_str(), &bytes, &size, -1) == FALSE) return {};
    const std::unique_ptr<GByte, void (*)(void*)> held(bytes, VSIFree);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

}  // namespace geodata
