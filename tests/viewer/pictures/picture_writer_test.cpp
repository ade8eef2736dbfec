// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/picture_writer.hpp"

#include <doctest/doctest.h>
#include <png.h>
#include <webp/decode.h>

#include <cstdio>
#include <jpeglib.h>

#include <algorithm>
#include <cstring>

using namespace viewer;

namespace {

constexpr layers::ScreenSize kSize{40, 30};

// Left half red, right half blue.
std::vector<std::uint8_t> halves() {
    std::vector<std::uint8_t> rgb;
    for (int y = 0; y < kSize.height; ++y)
        for (int x = 0; x < kSize.width; ++x)
            rgb.insert(rgb.end(), {static_cast<std::uint8_t>(x < 20 ? 230 : 10), 20,
                                   static_cast<std::uint8_t>(x < 20 ? 10 : 230)});
    return rgb;
}

// Written in two pieces, as strips come.
std::vector<std::byte> fileOf(const char* name, const PictureHead& head) {
    auto writer = writerFor(name, head);
    REQUIRE(writer);
    const auto rgb = halves();
    const auto first = std::span(rgb).first(kSize.width * 3 * 16), rest = std::span(rgb).subspan(first.size());
    REQUIRE_FALSE((*writer)->addRows(first));
    REQUIRE_FALSE((*writer)->addRows(rest));
    auto file = (*writer)->finish();
    REQUIRE(file);
    return *file;
}

bool isHalves(const std::vector<std::uint8_t>& rgb, int tolerance) {
    const auto wanted = halves();
    if (rgb.size() != wanted.size()) return false;
    int off = 0;  // at the edge between the halves lossy formats may smear
    for (std::size_t i = 0; i < rgb.size(); ++i) off += std::abs(rgb[i] - wanted[i]) > tolerance ? 1 : 0;
    return off <= static_cast<int>(rgb.size() / 10);
}

std::vector<std::uint8_t> decodedPng(const std::vector<std::byte>& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_memory(&image, file.data(), file.size()) != 0);
    image.format = PNG_FORMAT_RGB;
    std::vector<std::uint8_t> rgb(PNG_IMAGE_SIZE(image));
    REQUIRE(png_image_finish_read(&image, nullptr, rgb.data(), 0, nullptr) != 0);
    return rgb;
}

// The content of the first chunk of that kind, by the format's own rule: length, kind, content, checksum.
std::string chunk(const std::vector<std::byte>& file, const std::string& kind, int index = 0) {
    const std::string text(reinterpret_cast<const char*>(file.data()), file.size());
    std::size_t at = text.find(kind);
    while (index-- > 0) at = text.find(kind, at + 1);
    if (at == text.npos) return {};
    std::size_t length = 0;
    for (std::size_t i = at - 4; i < at; ++i) length = length * 256 + static_cast<std::uint8_t>(text[i]);
    return text.substr(at + 4, length);
}

}  // namespace

TEST_CASE("a PNG holds its pixels, its resolution and its notes") {
    const auto file = fileOf("a.png", {kSize, 300, {{"Title", "Süd"}, {"opsmap-date", "2018-11-06"}}});
    CHECK(isHalves(decodedPng(file), 0));
    CHECK(chunk(file, "pHYs") ==
          std::string("\x00\x00\x2e\x23\x00\x00\x2e\x23\x01", 9));  // 11 811 pixels a metre both ways
    CHECK(chunk(file, "iTXt") == std::string("Title\0\0\0\0\0Süd", 14));
    CHECK(chunk(file, "iTXt", 1).ends_with("2018-11-06"));
    CHECK(chunk(fileOf("a.png", {kSize, 0, {}}), "pHYs").empty());
}

TEST_CASE("a JPEG holds its pixels and its resolution") {
    const auto file = fileOf("a.JPG", {kSize, 300, {}});
    jpeg_decompress_struct info{};
    jpeg_error_mgr error{};
    info.err = jpeg_std_error(&error);
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(file.data()), file.size());
    REQUIRE(jpeg_read_header(&info, TRUE) == JPEG_HEADER_OK);
    CHECK(info.X_density == 300);
    CHECK(info.density_unit == 1);
    jpeg_start_decompress(&info);
    std::vector<std::uint8_t> rgb(static_cast<std::size_t>(kSize.width) * kSize.height * 3);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = rgb.data() + static_cast<std::size_t>(info.output_scanline) * kSize.width * 3;
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_destroy_decompress(&info);
    CHECK(isHalves(rgb, 12));
}

TEST_CASE("a WebP holds its pixels") {
    const auto file = fileOf("a.webp", {kSize, 0, {}});
    int width = 0, height = 0;
    std::uint8_t* pixels =
        WebPDecodeRGB(reinterpret_cast<const std::uint8_t*>(file.data()), file.size(), &width, &height);
    REQUIRE(pixels != nullptr);
    const std::vector<std::uint8_t> rgb(pixels, pixels + static_cast<std::size_t>(width) * height * 3);
    WebPFree(pixels);
    CHECK(layers::ScreenSize{width, height} == kSize);
    CHECK(isHalves(rgb, 16));
}

TEST_CASE("what a format cannot hold is refused by a sentence") {
    auto webp = writerFor("a.webp", {{16384, 10}, 0, {}});
    REQUIRE(webp);
    const auto refused = (*webp)->addRows({});
    REQUIRE(refused);
    CHECK(refused->text ==
          "Cannot encode the picture: a side of a WebP picture has at most 16383 pixels. Name a .png file instead.");
    const auto odd = writerFor("a.bmp", {kSize, 0, {}});
    REQUIRE_FALSE(odd);
    CHECK(odd.error().text ==
          "Cannot write the picture \"a.bmp\": its name ends in none of .png, .jpg, .webp, .tif and .pdf. Name a file "
          "that ends in one of them.");
}

TEST_CASE("a picture with missing rows is refused") {
    for (const char* name : {"a.png", "a.jpg", "a.webp"}) {
        auto writer = writerFor(name, {kSize, 0, {}});
        REQUIRE(writer);
        CHECK_FALSE((*writer)->finish());
    }
}
