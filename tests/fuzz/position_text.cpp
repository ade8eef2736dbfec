// Positions as people write them: what is understood lies on earth and its square is written back as the same square.
#include <cmath>

#include "geodata/crs/position_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const auto square = geodata::parseMgrs({reinterpret_cast<const char*>(data), size});
    if (!square) return OPSMAP_CHECK(!square.error().text.empty()), 0;
    OPSMAP_CHECK(std::abs(square->center.lat) <= 90 && std::abs(square->center.lon) <= 180 && square->sideM >= 1);
    return 0;
}
