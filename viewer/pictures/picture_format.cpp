// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/picture_format.hpp"

#include <algorithm>

namespace viewer {

geodata::Result<PictureFormat> pictureFormatOf(const std::filesystem::path& file) {
    std::string end = file.extension().string();
    std::ranges::transform(end, end.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (end == ".png") return PictureFormat::png;
    if (end == ".jpg" || end == ".jpeg") return PictureFormat::jpeg;
    if (end == ".webp") return PictureFormat::webp;
    if (end == ".tif" || end == ".tiff") return PictureFormat::geoTiff;
    if (end == ".pdf") return PictureFormat::pdf;
    return geodata::failure("Cannot write the picture", geodata::quoted(file.string()),
                            "its name ends in none of .png, .jpg, .webp, .tif and .pdf",
                            "Name a file that ends in one of them.");
}

}  // namespace viewer
