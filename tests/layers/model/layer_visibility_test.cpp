// SPDX-License-Identifier: Apache-2.0
#include "layers/model/layer_visibility.hpp"

#include <doctest/doctest.h>

using namespace layers;

namespace {

LayerSpec visibleLayer() {
    LayerSpec layer;
    layer.id = "x";
    return layer;
}

// At 1:n on paper, where the scale is that of the paper.
Stage at(double n, std::string date = "2018-11-06") {
    Stage stage;
    stage.dpi = 254;  // 0.1 mm a pixel
    stage.view.mPerPx = n / 10'000;
    stage.date = std::move(date);
    return stage;
}

}  // namespace

TEST_CASE("a layer is drawn while it is visible and not wholly transparent") {
    LayerSpec layer = visibleLayer();
    CHECK(isDrawn(layer, at(100'000)));
    layer.opacity = 0;
    CHECK_FALSE(isDrawn(layer, at(100'000)));
    layer.opacity = 0.01;
    CHECK(isDrawn(layer, at(100'000)));
    layer.visible = false;
    CHECK_FALSE(isDrawn(layer, at(100'000)));
}

TEST_CASE("a scale range holds its ends, and an end that is not set is open") {
    REQUIRE(at(100'000).scale() == doctest::Approx(100'000));
    LayerSpec layer = visibleLayer();
    layer.scales = {50'000, 200'000};
    for (const double n : {50'001.0, 100'000.0, 199'999.0}) CHECK(isDrawn(layer, at(n)));
    for (const double n : {49'999.0, 200'001.0}) CHECK_FALSE(isDrawn(layer, at(n)));
    layer.scales = {50'000, 0};
    CHECK(isDrawn(layer, at(1e9)));
    CHECK_FALSE(isDrawn(layer, at(1000)));
    layer.scales = {0, 200'000};
    CHECK(isDrawn(layer, at(1)));
    CHECK_FALSE(isDrawn(layer, at(1e6)));
}

TEST_CASE("a layer of a time is drawn from its first day on, and on its end no more") {
    LayerSpec layer = visibleLayer();
    layer.validFrom = "2018-11-01";
    layer.validTo = "2018-12-01";
    CHECK_FALSE(isDrawn(layer, at(1000, "2018-10-31")));
    CHECK(isDrawn(layer, at(1000, "2018-11-01")));
    CHECK(isDrawn(layer, at(1000, "2018-11-30")));
    CHECK_FALSE(isDrawn(layer, at(1000, "2018-12-01")));
    SUBCASE("open ends") {
        layer.validFrom.clear();
        CHECK(isDrawn(layer, at(1000, "1900-01-01")));
        layer.validTo.clear();
        CHECK(isDrawn(layer, at(1000, "2100-01-01")));
    }
    SUBCASE("a map without a date shows all") { CHECK(isDrawn(layer, at(1000, ""))); }
}
