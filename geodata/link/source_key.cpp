// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/source_key.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "geodata/link/wire_format.hpp"
#include "geodata/result/fnv_hash.hpp"
#include "geodata/store/store.hpp"

namespace geodata {
namespace {

namespace fs = std::filesystem;

// Beside the source, with its name and one of these instead of its own ending: what GDAL's drivers read with it.
constexpr const char* kSideEndings[] = {".shx", ".dbf", ".prj", ".cpg", ".qpj", ".dbt",  ".dat", ".map",
                                        ".id",  ".mid", ".ind", ".gfs", ".xsd", ".csvt", ".qix", ".sbn"};
constexpr const char* kAppendedEndings[] = {"-wal", "-journal"};

bool addFile(FieldWriter& out, const fs::path& path) {
    struct stat facts{};
    if (::stat(path.c_str(), &facts) != 0) return false;
    out.text(path.native());
    for (const auto value : {facts.st_dev, facts.st_ino, static_cast<ino_t>(facts.st_size),
                             static_cast<ino_t>(facts.st_mtim.tv_sec), static_cast<ino_t>(facts.st_mtim.tv_nsec)})
        out.number(value);
    return true;
}

void addSideFiles(FieldWriter& out, const fs::path& path) {
    for (const char* ending : kAppendedEndings) addFile(out, path.native() + ending);
    for (std::string ending : kSideEndings) {
        fs::path side = path;
        addFile(out, side.replace_extension(ending));
        std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::toupper(c); });
        addFile(out, side.replace_extension(ending));
    }
}

// A source that is a folder (FileGDB, a folder of shapefiles) is all its files.
void addFolder(FieldWriter& out, const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) addFile(out, file);
}

void addRequest(FieldWriter& out, const LoadRequest& request) {
    for (const std::string* text :
         {&request.layer, &request.where, &request.crs, &request.encoding, &request.mapCrs, &request.position.lon,
          &request.position.lat, &request.position.wkt, &request.position.mgrs, &request.position.position})
        out.text(*text);
}

// Counted up when the same file is read in another way than before.
constexpr std::uint32_t kReadingVersion = 2;

void addVersions(FieldWriter& out) {
    out.number(kReadingVersion);
    out.number(kStoreFormatVersion);
    out.text(OPSMAP_GDAL_VERSION);
    out.text(OPSMAP_PROJ_VERSION);
    addFile(out, OPSMAP_PROJ_DB);
}

std::string hashName(const std::string& content) {
    // The second hash starts elsewhere and runs over the first: 128 bits, and the content is compared anyway.
    const std::uint64_t first = fnvHash(content);
    return fmt::format("{:016x}{:016x}", first, fnvHash(content, first ^ 0x9e3779b97f4a7c15ULL));
}

}  // namespace

std::optional<SourceKey> sourceKey(const LoadRequest& request) {
    std::error_code error;
    const fs::path path = fs::canonical(request.path, error);
    FieldWriter out;
    if (error || !addFile(out, path)) return std::nullopt;
    if (fs::is_directory(path, error)) addFolder(out, path);
    else addSideFiles(out, path);
    addRequest(out, request);
    addVersions(out);
    SourceKey key{out.take(), {}};
    key.name = hashName(key.content);
    return key;
}

}  // namespace geodata
