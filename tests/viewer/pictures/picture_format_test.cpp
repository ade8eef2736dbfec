// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/picture_format.hpp"

#include <doctest/doctest.h>

using namespace viewer;

TEST_CASE("the end of a name is the format, in small and capital letters") {
    const std::pair<const char*, PictureFormat> names[] = {
        {"a.png", PictureFormat::png},     {"a.PNG", PictureFormat::png},         {"a.jpg", PictureFormat::jpeg},
        {"a.jpeg", PictureFormat::jpeg},   {"a.b.JpG", PictureFormat::jpeg},      {"a.webp", PictureFormat::webp},
        {"a.tif", PictureFormat::geoTiff}, {"/x/a.TIFF", PictureFormat::geoTiff}, {"a b.pdf", PictureFormat::pdf},
        {"карта.png", PictureFormat::png}};
    for (const auto& [name, format] : names) {
        const auto found = pictureFormatOf(name);
        CAPTURE(name);
        REQUIRE(found);
        CHECK(*found == format);
    }
}

TEST_CASE("any other end is a sentence that names the file and what there is") {
    for (const char* name : {"a", "a.gif", "a.png.txt", "png", ".png", "a.", ""}) {
        const auto none = pictureFormatOf(name);
        CAPTURE(name);
        REQUIRE_FALSE(none);
        CHECK(none.error().text == std::string("Cannot write the picture \"") + name +
                                       "\": its name ends in none of .png, .jpg, .webp, .tif and .pdf. Name a file "
                                       "that ends in one of them.");
    }
}
