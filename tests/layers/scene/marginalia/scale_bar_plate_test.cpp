// SPDX-License-Identifier: Apache-2.0
// The bar on its plate is as long as its label says, and the number below is the picture's scale.
#include "layers/scene/marginalia/scale_bar_plate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/layers/scene/marginalia/framed.hpp"

using namespace layers;

namespace {

struct Scaled : FullFrame {
    PlacedMarginalia placed() {
        PlacedMarginalia out{{}, {}, {}, {}, MarginaliaLayout(stage.view.size, 10, 5), 0};
        addScaleBar(out, {document, stage, &math, fonts.front(), content, grids});
        return out;
    }
    // The bar's four parts, from left to right.
    static std::vector<ScreenRect> partsOf(const PlacedMarginalia& out) {
        std::vector<ScreenRect> parts;
        for (const DrawItem& item : out.over)
            if (const auto* area = std::get_if<draw::Area>(&item))
                parts.push_back({area->ring[0].x, area->ring[0].y, area->ring[2].x, area->ring[2].y});
        REQUIRE(parts.size() == 5);
        parts.erase(parts.begin());  // the plate
        return parts;
    }
    GridLines grids;
};

}  // namespace

TEST_CASE("the bar is as long on the ground as its label says, at any zoom") {
    Scaled scaled;
    for (const double mPerPx : {0.3, 2.0, 25.0, 140.0, 800.0}) {
        scaled.stage.view.mPerPx = mPerPx;
        const PlacedMarginalia out = scaled.placed();
        const auto parts = Scaled::partsOf(out);
        const double lengthM = (parts.back().right - parts.front().left) * mPerPx;  // UTM is true to some 0.1 percent
        CAPTURE(mPerPx);
        bool isNamed = false;
        for (const double n : {1.0, 2.0, 5.0})
            for (double unit = 1; unit <= 1e6; unit *= 10) {
                const double round = n * unit;
                if (std::abs(lengthM / round - 1) > 0.01) continue;
                const std::string label = round < 1000 ? std::to_string(std::lround(round)) + " m"
                                                       : std::to_string(std::lround(round / 1000)) + " km";
                isNamed = scaled.count(out, label, FontFace::bold) == 1;
            }
        CHECK(isNamed);
        CHECK(scaled.count(out, "0", FontFace::bold) == 1);
    }
}

TEST_CASE("the parts are equal, follow each other and are dark and light in turn") {
    Scaled scaled;
    const PlacedMarginalia out = scaled.placed();
    const auto parts = Scaled::partsOf(out);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        CHECK(parts[i].left == doctest::Approx(parts[i - 1].right));
        CHECK(parts[i].width() == doctest::Approx(parts[0].width()));
    }
    std::vector<int> reds;
    for (const DrawItem& item : out.over)
        if (const auto* area = std::get_if<draw::Area>(&item)) reds.push_back(area->color.r);
    CHECK(reds[1] == reds[3]);
    CHECK(reds[2] == 255);
    CHECK(reds[4] == 255);
    CHECK(reds[1] < 60);
}

TEST_CASE("the scale is written in round figures with its thousands apart") {
    Scaled scaled;
    scaled.stage.dpi = 254;  // a pixel is a tenth of a millimetre
    const auto says = [&](double mPerPx, const std::string& text) {
        scaled.stage.view.mPerPx = mPerPx;
        return scaled.count(scaled.placed(), text) == 1;
    };
    CHECK(says(0.5, "1:5\u2009000"));
    CHECK(says(0.08, "1:800"));
    CHECK(says(2.5, "1:25\u2009000"));
    CHECK(says(10.04, "1:100\u2009000"));
    CHECK(says(25.0477, "1:250\u2009000"));
    CHECK(says(100, "1:1\u2009000\u2009000"));
}

TEST_CASE("the bar stays on its plate, in small pictures too") {
    Scaled scaled;
    for (const ScreenSize size : {ScreenSize{1920, 1080}, {640, 360}, {400, 800}, {3840, 2160}}) {
        scaled.show(size);
        const PlacedMarginalia out = scaled.placed();
        REQUIRE(out.keepOut.size() == 1);
        const auto parts = Scaled::partsOf(out);
        CHECK(parts.front().left > out.keepOut[0].left);
        CHECK(parts.back().right < out.keepOut[0].right);
        CHECK(parts.front().bottom < out.keepOut[0].bottom);
    }
}
