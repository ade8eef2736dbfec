// SPDX-License-Identifier: Apache-2.0
#include "layers/text/font_file.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace layers;

namespace {

namespace fs = std::filesystem;

FreeTypeLibrary startFreeType() {
    FT_Library library = nullptr;
    REQUIRE(FT_Init_FreeType(&library) == 0);
    return FreeTypeLibrary(library);
}

}  // namespace

TEST_CASE("a font that is nowhere is named with its places and its package") {
    const FreeTypeLibrary library = startFreeType();
    const geodata::Result<FontFile> font =
        openFont(library.get(), {"Sans.ttf", "/no/system", "fonts-sans"}, "/no/tree");
    REQUIRE_FALSE(font);
    CHECK(font.error().text == R"(Cannot load the font "Sans.ttf": it is neither in "/no/tree" nor in "/no/system". )"
                               R"(Install the Debian package fonts-sans.)");
}

TEST_CASE("a font that is damaged everywhere is said to be so") {
    const fs::path folder = fs::temp_directory_path() / "opsmap_font_file_test";
    fs::create_directories(folder);
    std::ofstream(folder / "Sans.ttf") << "no font";
    const FreeTypeLibrary library = startFreeType();
    const geodata::Result<FontFile> font = openFont(library.get(), {"Sans.ttf", "/no/system", "fonts-sans"}, folder);
    REQUIRE_FALSE(font);
    CHECK(font.error().text.find("a sound one is neither in") != std::string::npos);
    fs::remove_all(folder);
}
