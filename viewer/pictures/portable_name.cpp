// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/portable_name.hpp"

#include <cstdlib>

namespace viewer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBundled = "area:", kHome = "~/";

fs::path whole(const fs::path& path) {
    std::error_code ignored;
    fs::path normal = fs::absolute(path, ignored).lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();
}

// One word, as the folder of an area is called.
bool isAreaId(std::string_view text) { return !text.empty() && text.find_first_of("/\\.") == text.npos; }

}  // namespace

bool liesIn(const fs::path& file, const fs::path& folder) {
    const fs::path way = whole(file).lexically_relative(whole(folder));
    return !folder.empty() && !way.empty() && *way.begin() != "..";
}

std::string portableName(const fs::path& file, const PortablePlace& place) {
    const fs::path stem = file.stem();
    if (!place.areas.empty() && whole(file) == whole(place.areas / stem / (stem.string() + ".toml")))
        return std::string(kBundled) + stem.string();
    if (liesIn(file, place.home) && !liesIn(place.folder, place.home))
        return std::string(kHome) + whole(file).lexically_relative(whole(place.home)).string();
    return whole(file).lexically_relative(whole(place.folder)).string();
}

fs::path fileNamed(std::string_view name, const PortablePlace& place) {
    if (name.starts_with(kBundled) && isAreaId(name.substr(kBundled.size()))) {
        const std::string id(name.substr(kBundled.size()));
        return whole(place.areas / id / (id + ".toml"));
    }
    if (name.starts_with(kHome)) return whole(place.home / name.substr(kHome.size()));
    return whole(place.folder / name);
}

PortablePlace portablePlaceOf(const fs::path& picture, const fs::path& areas) {
    const char* home = std::getenv("HOME");
    return {whole(picture).parent_path(), areas, home != nullptr && *home == '/' ? fs::path(home) : fs::path()};
}

}  // namespace viewer
