#include "geodata/store/importance.hpp"

#include <doctest/doctest.h>

using namespace geodata;
TEST_CASE("a layer without features has no importance") { CHECK(sharedArcImportance({}).empty()); }
