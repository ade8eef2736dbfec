// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/world_file.hpp"

#include <fmt/format.h>

namespace viewer {

std::string worldFileText(const layers::MapView& view, double metresPerUnit) {
    const layers::MapPoint first = view.toMap({0.5, 0.5});
    const double pixel = view.mPerPx / metresPerUnit;
    return fmt::format("{:.17g}\n0\n0\n{:.17g}\n{:.17g}\n{:.17g}\n", pixel, -pixel, first.x / metresPerUnit,
                       first.y / metresPerUnit);
}

std::filesystem::path worldFileName(const std::filesystem::path& picture) {
    const std::string end = picture.extension().string();
    std::filesystem::path name = picture;
    return name.replace_extension(fmt::format(".{}{}w", end[1], end.back()));
}

}  // namespace viewer
