// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/picture_writer.hpp"

#include "viewer/pictures/jpeg.hpp"
#include "viewer/pictures/picture_format.hpp"
#include "viewer/pictures/png.hpp"
#include "viewer/pictures/webp.hpp"

namespace viewer {

geodata::Result<std::unique_ptr<PictureWriter>> writerFor(const std::filesystem::path& file, const PictureHead& head) {
    const auto format = pictureFormatOf(file);
    if (!format) return format.error();
    switch (*format) {
        case PictureFormat::jpeg: return std::unique_ptr<PictureWriter>(std::make_unique<JpegWriter>(head));
        case PictureFormat::webp: return std::unique_ptr<PictureWriter>(std::make_unique<WebpWriter>(head));
        case PictureFormat::png: return std::unique_ptr<PictureWriter>(std::make_unique<PngWriter>(head));
        case PictureFormat::geoTiff:
        case PictureFormat::pdf: break;
    }
    return geodata::failure("Cannot encode", geodata::quoted(file.string()), "this format is written by opsmap-loader");
}

}  // namespace viewer
