// SPDX-License-Identifier: Apache-2.0
#include "viewer/session/save_area.hpp"

#include <algorithm>
#include <span>

#include "geodata/store/write_file.hpp"
#include "layers/area/area.hpp"
#include "layers/area/area_edits.hpp"

namespace viewer {
namespace {

// Without an area file among them the files lie over the bundled world, which is nobody's to change.
bool isOverWorld(const std::vector<std::filesystem::path>& files) {
    return !files.empty() && std::ranges::none_of(files, [](const auto& file) { return file.extension() == ".toml"; });
}

}  // namespace

geodata::Result<std::filesystem::path> saveToArea(const std::vector<std::filesystem::path>& files,
                                                  const layers::Document& now) {
    if (isOverWorld(files) || now.file.empty())
        return geodata::failure("Cannot save to the area", geodata::quoted(now.title),
                                "the files were opened without an area file");
    const auto area = layers::readAreaFile(now.file);
    if (!area) return area.error();
    const auto file = layers::editsFileOf(now.file);
    const std::string text = layers::editsText(*area, now);
    if (const auto failed = geodata::writeFile(file, std::as_bytes(std::span(text)))) return *failed;
    return file;
}

}  // namespace viewer
