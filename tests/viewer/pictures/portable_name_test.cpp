// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/portable_name.hpp"

#include <doctest/doctest.h>

using namespace viewer;

namespace {
const PortablePlace kPlace{"/home/anna/Pictures", "/usr/share/opsmap/areas", "/home/anna"};
const PortablePlace kElsewhere{"/media/stick", "/usr/share/opsmap/areas", "/home/anna"};
}  // namespace

TEST_CASE("a picture names its files without saying whose home they lie in") {
    CHECK(portableName("/usr/share/opsmap/areas/unifil/unifil.toml", kPlace) == "area:unifil");
    CHECK(portableName("/home/anna/Pictures/a.toml", kPlace) == "a.toml");
    CHECK(portableName("/home/anna/maps/../maps/a.toml", kPlace) == "../maps/a.toml");
    CHECK(portableName("/home/anna/maps/a.toml", kElsewhere) == "~/maps/a.toml");
    CHECK(portableName("/media/stick/maps/a.toml", kElsewhere) == "maps/a.toml");
    CHECK(portableName("/srv/a.toml", kElsewhere) == "../../srv/a.toml");
    CHECK(portableName("/home/anna/maps/a.toml", {"/media/stick", "", ""}) ==
          "../../home/anna/maps/a.toml");  // nobody's home is known
}

TEST_CASE("the names lead back to the files") {
    for (const PortablePlace& place : {kPlace, kElsewhere})
        for (const char* file : {"/usr/share/opsmap/areas/unifil/unifil.toml", "/home/anna/Pictures/a.toml",
                                 "/home/anna/maps/a.toml", "/media/stick/maps/a.toml", "/srv/a.toml"})
            CHECK(fileNamed(portableName(file, place), place) == file);
}

TEST_CASE("a name that climbs out of the bundled areas is none of theirs") {
    CHECK(fileNamed("area:../../x", kPlace) == "/home/anna/Pictures/x");  // a file beside the picture, called so
    CHECK(liesIn("/a/b/c", "/a/b"));
    CHECK(liesIn("/a/b/c", "/a/b/"));
    CHECK_FALSE(liesIn("/a/b/../c", "/a/b"));
    CHECK_FALSE(liesIn("/a/bc", "/a/b"));
    CHECK_FALSE(liesIn("/a", ""));
}
