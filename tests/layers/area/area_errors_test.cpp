// SPDX-License-Identifier: Apache-2.0
// Each way in which an area file can be wrong, with the whole sentence that its author reads.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "layers/area/area.hpp"

using namespace layers;

namespace {

constexpr const char* kStart = "Cannot read area file \"a.toml\": ";

std::string errorOf(const std::string& toml) {
    const auto area = parseArea(toml, "a.toml");
    std::string text = area ? "no error" : area.error().text;
    if (text.rfind(kStart, 0) == 0) text.erase(0, std::string(kStart).size());
    return text;
}

// Line 3 is the first of the head's further lines.
std::string errorOfHead(const std::string& lines) { return errorOf("[area]\ncrs = 'EPSG:3857'\n" + lines); }
// Line 6 is the first of the layer's further lines.
std::string errorOfLayer(const std::string& lines) {
    return errorOfHead("[[layer]]\nid = 'a'\nsource = 'a.kml'\n" + lines);
}
// Line 7 is the first of the style's lines.
std::string errorOfStyle(const std::string& lines) { return errorOfLayer("[layer.style]\n" + lines); }

}  // namespace

TEST_CASE("broken TOML is refused where it breaks") {
    CHECK(errorOf("[area]\ncrs = ") ==
          "line 2, column 7: Error while parsing key-value pair: encountered end-of-file.");
    CHECK(errorOf("[area]\ncrs = 'a'\ncrs = 'b'").rfind("line 3, column ", 0) == 0);
    CHECK(errorOf("[area]\n[area]").rfind("line 2, column ", 0) == 0);
    CHECK(errorOf("[area]\ntitle = \"\xFF\xFE\"").rfind("line 2, column ", 0) == 0);
    CHECK(errorOf("[area]\ntitle = \"\xFF\xFE\"").find("Save the file as UTF-8.") != std::string::npos);
}

TEST_CASE("nesting without end is refused") {
    std::string dots = "a", brackets = "a = ";
    for (int i = 0; i < 100'000; ++i) dots += ".a", brackets += "[";
    CHECK(errorOf("[area]\n" + dots + " = 1") == "line 2, column 1: more than 100 dots in one line.");
    CHECK(errorOf("[" + dots + "]") == "line 1, column 1: more than 100 dots in one line.");
    CHECK(errorOf("'\"\"\"' = 1\n'''\n''', " + dots) == "line 3, column 1: more than 100 dots in one line.");
    CHECK(errorOf(brackets).rfind("line 1, column ", 0) == 0);
    CHECK(errorOfHead("disclaimer = \"" + std::string(5000, '.') + "\\\".\"") == "no error");
}

TEST_CASE("the deepest nesting that is let through can be read and taken apart") {
    std::string key = "a";
    for (int i = 0; i < 100; ++i) key += ".a";
    std::string arrays = key + " = ";
    for (int i = 0; i < 14; ++i) arrays += "[\n{" + key + " = ";
    arrays += "1";
    for (int i = 0; i < 14; ++i) arrays += "}\n]";
    CHECK(errorOf("[area]\ncrs = 'x'\n[" + key + "]\n" + arrays).find("unknown key \"a\" in the file") !=
          std::string::npos);
}

TEST_CASE("an area needs its table and its coordinate system") {
    CHECK(errorOf("# nothing").rfind("it has no [area] table. Begin it with [area]", 0) == 0);
    CHECK(errorOf("area = 3").rfind("line 1, column 8: it has no [area] table.", 0) == 0);
    CHECK(errorOf("[area]\ntitle = 'x'") == "line 1, column 1: [area] has no \"crs\".");
    CHECK(errorOf("[area]\ncrs = ''") == "line 2, column 7: \"crs\" must not be empty.");
}

TEST_CASE("unknown keys are named with the nearest known one") {
    CHECK(errorOfHead("titel = 'x'") == "line 3, column 1: unknown key \"titel\" in [area]. Did you mean \"title\"?");
    CHECK(errorOfHead("colour = 'x'") == "line 3, column 1: unknown key \"colour\" in [area].");
    CHECK(errorOfHead("[[layers]]") == "line 3, column 3: unknown key \"layers\" in the file. Did you mean \"layer\"?");
    CHECK(errorOfLayer("  opacty = 1") ==
          "line 6, column 3: unknown key \"opacty\" in [[layer]]. Did you mean \"opacity\"?");
    CHECK(errorOfLayer("columns = { latt = 'Breite' }")
              .find("unknown key \"latt\" in the layer's columns. Did you mean \"lat\"?") != std::string::npos);
    CHECK(errorOfLayer("columns = { sidc = 'code' }").find("unknown key \"sidc\" in the layer's columns") !=
          std::string::npos);  // no layer of units
    CHECK(errorOfLayer("columns = 'lat'").find("\"columns\" must be a table") != std::string::npos);
    CHECK(errorOfLayer("x = 1") == "line 6, column 1: unknown key \"x\" in [[layer]].");
    CHECK(errorOfLayer("fill = 'red'") ==
          "line 6, column 1: unknown key \"fill\" in [[layer]]. It belongs in the layer's style.");
    CHECK(errorOfLayer("label = 'n'") ==
          "line 6, column 1: unknown key \"label\" in [[layer]]. It belongs in the layer's style.");
    CHECK(errorOfStyle("stroke_width = 1") ==
          "line 7, column 1: unknown key \"stroke_width\" in style. Did you mean \"stroke-width\"?");
    CHECK(errorOfLayer("style = { fil = 'red' }") ==
          "line 6, column 11: unknown key \"fil\" in style. Did you mean \"fill\"?");
    CHECK(errorOfHead("[[theme]]\nname = 'x'\nlayer = []") ==
          "line 5, column 1: unknown key \"layer\" in [[theme]]. Did you mean \"layers\"?");
    CHECK(errorOfHead("[[slide]]\nnote = ''") ==
          "line 4, column 1: unknown key \"note\" in [[slide]]. Did you mean \"notes\"?");
}

TEST_CASE("values of the wrong type are named") {
    CHECK(errorOfHead("title = 3") == "line 3, column 9: \"title\" must be text in quotes.");
    CHECK(errorOfHead("home = 3") == "line 3, column 8: \"home\" must be a list of numbers.");
    CHECK(errorOfHead("home = [1, 'x']") == "line 3, column 12: \"home\" must hold numbers only.");
    CHECK(errorOfHead("title = \"a\\u0000b\"") == "line 3, column 9: \"title\" holds a zero character.");
    CHECK(errorOfLayer("visible = 1") == "line 6, column 11: \"visible\" must be true or false.");
    CHECK(errorOfLayer("opacity = '1'") == "line 6, column 11: \"opacity\" must be a number.");
    CHECK(errorOfLayer("key = 1.0") == "line 6, column 7: \"key\" must be a whole number.");
    CHECK(errorOfLayer("key = 'k'") == "line 6, column 7: \"key\" must be a whole number.");
    CHECK(errorOfLayer("as_of = 12:30:00") == "line 6, column 9: \"as_of\" must be text in quotes.");
    CHECK(errorOfLayer("style = 'x'") ==
          "line 6, column 9: \"style\" must be a table. Write style = {…} or [layer.style] below the layer.");
    CHECK(errorOfHead("[layer]\nid = 'a'") ==
          "line 3, column 1: \"layer\" must be a list of tables, each headed [[layer]].");
    CHECK(errorOf("layer = [1]\n[area]\ncrs='x'") ==
          "line 1, column 10: \"layer\" must be a list of tables, each headed [[layer]].");
    CHECK(errorOfHead("[[theme]]\nname = 'x'\nlayers = 'a'") ==
          "line 5, column 10: \"layers\" must be a list of texts.");
    CHECK(errorOfHead("[[theme]]\nname = 'x'\nlayers = [1]") == "line 5, column 11: \"layers\" must hold texts only.");
}

TEST_CASE("dates must be days of the calendar") {
    CHECK(errorOfHead("date = '6.11.2018'") == "line 3, column 8: \"date\" must be a date of the form YYYY-MM-DD.");
    CHECK(errorOfHead("date = '2018-02-30'") == "line 3, column 8: \"date\" must be a date of the form YYYY-MM-DD.");
    CHECK(errorOfHead("[[slide]]\ndate = 2018") == "line 4, column 8: \"date\" must be a date of the form YYYY-MM-DD.");
    CHECK(errorOfHead("date = '2018-02-28'") == "no error");
}

TEST_CASE("extents must be west, south, east, north") {
    const char* sentence =
        "line 3, column 8: \"home\" must be [west, south, east, north] in degrees, south below north.";
    CHECK(errorOfHead("home = [1, 2, 3]") == sentence);
    CHECK(errorOfHead("home = [1, 5, 3, 4]") == sentence);
    CHECK(errorOfHead("home = [1, -95, 3, 4]") == sentence);
    CHECK(errorOfHead("home = [1, 2, 3, 190]") == "line 3, column 18: \"home\" must be between -180 and 180, not 190.");
    CHECK(errorOfHead("home = [nan, 2, 3, 4]") == "line 3, column 9: \"home\" must be between -180 and 180, not nan.");
    CHECK(errorOfHead("home = [179, 2, -179, 4]") == "no error");
    CHECK(errorOfHead("[[slide]]\nextent = []") ==
          "line 4, column 10: \"extent\" must be [west, south, east, north] in degrees, south below north.");
}

TEST_CASE("numbers keep within their bounds") {
    CHECK(errorOfLayer("opacity = 1.5") == "line 6, column 11: \"opacity\" must be between 0 and 1, not 1.5.");
    CHECK(errorOfLayer("key = 0") == "line 6, column 7: \"key\" must be between 1 and 9, not 0.");
    CHECK(errorOfLayer("key = 9223372036854775807")
              .rfind("line 6, column 7: \"key\" must be between 1 and 9, not 9.2", 0) == 0);
    CHECK(errorOfLayer("min_scale = -1").rfind("line 6, column 13: \"min_scale\" must be between 0 and ", 0) == 0);
    CHECK(errorOfLayer("valid_from = 2019-01-01\nvalid_to = 2018-01-01") ==
          "line 7, column 12: \"valid_to\" must be later than \"valid_from\".");
    CHECK(errorOfLayer("min_scale = 2000\nmax_scale = 1000") ==
          "line 7, column 13: \"max_scale\" must not be below \"min_scale\". Both are the n of a scale 1:n.");
    CHECK(errorOfStyle("stroke-width = -1") ==
          "line 7, column 16: \"stroke-width\" must be between 0 and 100, not -1.");
    CHECK(errorOfStyle("label-size = inf") == "line 7, column 14: \"label-size\" must be between 1 and 200, not inf.");
    CHECK(errorOfStyle("stroke-dasharray = [1, -2]") ==
          "line 7, column 24: \"stroke-dasharray\" must be between 0 and 1000, not -2.");
    const char* dashes =
        "line 7, column 20: \"stroke-dasharray\" must hold at most 8 lengths, or 3 where their number is odd, not all "
        "of them 0.";
    CHECK(errorOfStyle("stroke-dasharray = [0, 0]") == dashes);
    CHECK(errorOfStyle("stroke-dasharray = [1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,7,8]") == dashes);
}

TEST_CASE("colours and choices say what they may be") {
    const std::string advice = " Write #rgb, #rrggbb, #rrggbbaa, a name such as \"navy\", or \"none\".";
    CHECK(errorOfStyle("fill = 'reed'") == "line 7, column 8: \"reed\" is no colour." + advice);
    CHECK(errorOfHead("background = '#12'") == "line 3, column 14: \"#12\" is no colour." + advice);
    CHECK(errorOfHead("background = 'none'") == "line 3, column 14: \"background\" must be opaque.");
    CHECK(errorOfStyle("marker = 'star'") ==
          "line 7, column 10: \"marker\" must be \"circle\", \"square\", \"triangle\" or \"diamond\", not \"star\".");
    CHECK(errorOfStyle("stroke-linecap = 'square'") ==
          "line 7, column 18: \"stroke-linecap\" must be \"butt\" or \"round\", not \"square\".");
    CHECK(errorOfLayer("kind = 'raster'") == "line 6, column 8: layers of kind \"raster\" cannot be shown yet.");
    CHECK(errorOfLayer("kind = 'line'") ==
          "line 6, column 8: \"kind\" must be \"vector\", \"units\", \"graticule\" or \"raster\", not \"line\".");
}

TEST_CASE("layers need an id and a source of their own") {
    CHECK(errorOfHead("[[layer]]\nsource = 'a'") == "line 3, column 1: [[layer]] has no \"id\".");
    CHECK(errorOfHead("[[layer]]\nid = 'a'") == "line 3, column 1: [[layer]] has no \"source\".");
    CHECK(errorOfHead("[[layer]]\nid = 'a'\nkind = 'units'\nsource = ''") ==
          "line 6, column 10: \"source\" must not be empty.");
    CHECK(errorOfHead("[[layer]]\nid = 'g'\nkind = 'graticule'\nsource = 'a'") ==
          "line 6, column 10: a graticule has no \"source\".");
    CHECK(errorOfHead("[[layer]]\nid = 'Big Roads'\nsource = 'a'") ==
          "line 4, column 6: \"Big Roads\" is no layer id. Write 1 to 64 of a–z, 0–9, _ and -.");
    CHECK(errorOfLayer("[[layer]]\nid = 'a'\nsource = 'b'") == "line 7, column 6: a second layer has the id \"a\".");
    CHECK(errorOfLayer("key = 3\n[[layer]]\nid = 'b'\nsource = 'b'\nkey = 3") ==
          "line 10, column 7: a second layer has the key 3.");
}

TEST_CASE("themes and slides name layers that there are") {
    CHECK(errorOfLayer("[[theme]]\nname = 't'\nlayers = ['a', 'b.c']") ==
          "line 8, column 16: there is no layer \"b.c\".");
    CHECK(errorOfHead("[[layer]]\nid='roads'\nsource='x'\n[[slide]]\nlayers = ['road']") ==
          "line 7, column 11: there is no layer \"road\". Did you mean \"roads\"?");
    CHECK(errorOfHead("[[theme]]\ntitle = 't'") == "line 3, column 1: [[theme]] has no \"name\".");
    CHECK(errorOfHead("[[theme]]\nname = 't'\n[[theme]]\nname = 't'") ==
          "line 6, column 8: a second theme has the name \"t\".");
}

TEST_CASE("all problems come in one error, in the file's order, ten at most") {
    const auto two = parseArea("[[layer]]\nid='a'\nsource='a'\nx=1\n[area]\ny=1\ncrs='c'", "a.toml");
    REQUIRE_FALSE(two);
    CHECK(two.error().text ==
          "Cannot read area file \"a.toml\": line 4, column 1: unknown key \"x\" in [[layer]].\n"
          "Cannot read area file \"a.toml\": line 6, column 1: unknown key \"y\" in [area].");
    std::string many = "[area]\ncrs='c'\n";
    for (int i = 0; i < 15; ++i) many += "unknown" + std::to_string(i) + " = 1\n";
    const std::string text = errorOf(many);
    CHECK(std::ranges::count(text, '\n') == 10);
    CHECK(text.ends_with("\n5 more problems of \"a.toml\" are not listed."));
}

TEST_CASE("whatever stands in a file, reading it ends with a document or a sentence") {
    const std::string pieces[] = {"[",    "]",     "[[layer]]",  "\n",  "=",
                                  "'",    "\"",    "\"\"\"",     ".",   "{",
                                  "}",    "id",    "style",      "a",   "1",
                                  "-",    "#",     "[area]",     "crs", ",",
                                  " ",    "\xC3",  "2018-11-06", "nan", "[layer.style]",
                                  "fill", "theme", "true"};
    std::mt19937 random(11);
    for (int i = 0; i < 3000; ++i) {
        std::string toml;
        for (std::size_t n = random() % 40; n > 0; --n) toml += pieces[random() % std::size(pieces)];
        const auto area = parseArea(toml, "a.toml");
        if (!area) CHECK(area.error().text.rfind(kStart, 0) == 0);
    }
}

TEST_CASE("a letter outside quotes that is no key's is refused with its place") {
    CHECK(errorOfHead("[layer\xcf\x8cs]").find("line 3") == 0);
    CHECK(errorOfHead("\xc3\xa9 = 'x'").find("line 3") == 0);
}
