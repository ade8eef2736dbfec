// SPDX-License-Identifier: Apache-2.0
// The scene from hand-made stores to pixels: what lies where, what moves, what is drawn again.
#include "layers/scene/scene.hpp"

#include <SFML/Window/Context.hpp>
#include <doctest/doctest.h>

#include <cmath>

#include "layers/gpu/offscreen.hpp"
#include "layers/scene/tiles/tile_cache.hpp"

using namespace layers;
using geodata::Feature;
using geodata::Geometry;
using geodata::GeometryKind;
using geodata::MapPoint;

namespace {

layers::Offscreen& offscreen() {
    static auto made = layers::Offscreen::create();
    OPSMAP_CHECK(made);
    return **made;
}

Feature feature(GeometryKind kind, const std::vector<std::vector<MapPoint>>& parts,
                std::vector<std::string> values = {"", ""}) {
    Feature made{0, {kind, {}, {}}, std::move(values)};
    for (const auto& part : parts) made.geometry.addPart(part);
    return made;
}

std::shared_ptr<const geodata::Store> storeOf(std::vector<Feature> features) {
    geodata::StoreInfo info;
    info.layerName = "layer";
    info.mapCrs = "EPSG:32636";
    info.columns = {{"name", geodata::ColumnType::text}, {"sidc", geodata::ColumnType::text}};
    auto bytes =
        std::make_shared<std::vector<std::byte>>(geodata::encodeStore(info, {info.columns, std::move(features)}));
    auto store = geodata::Store::open({*bytes, bytes});
    OPSMAP_CHECK(store);
    return *store;
}

std::vector<MapPoint> square(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

struct Setup {
    Setup() {
        offscreen();
        auto made = Scene::create({});
        OPSMAP_CHECK(made);
        scene = std::move(*made);
        input.stage.view = {{0, 0}, 1, {200, 100}};
        input.stage.grid = false;
        document.background = "#ffffff";
    }
    // A layer of one style over the others.
    void add(const std::string& id, Style style, std::vector<Feature> features, double opacity = 1) {
        LayerSpec layer;
        layer.id = id;
        layer.style = std::move(style);
        layer.opacity = opacity;
        document.layers.push_back(std::move(layer));
        input.contents[id] = {1, {storeOf(std::move(features))}};
    }
    void freeze() { input.document = std::make_shared<const Document>(document); }
    std::vector<std::uint8_t> pixels() {
        freeze();
        scene->finish(input);
        return drawn();
    }
    std::vector<std::uint8_t> drawn() const {
        const auto buffer = FrameBuffer::create(input.stage.view.size);
        OPSMAP_CHECK(buffer);
        scene->draw(*buffer);
        return buffer->readRgb(input.stage.view.size.height);
    }
    Rgba at(const std::vector<std::uint8_t>& rgb, int x, int y) const {
        const std::size_t i = (static_cast<std::size_t>(y) * input.stage.view.size.width + x) * 3;
        return {rgb[i], rgb[i + 1], rgb[i + 2], 255};
    }
    Document document;
    SceneInput input;
    std::unique_ptr<Scene> scene;
};

Style filled(Rgba color) {
    Style style;
    style.fill = color;
    return style;
}

const Rgba kRed{200, 0, 0, 255}, kWhite{255, 255, 255, 255};

}  // namespace

TEST_CASE("a filled square covers the pixels that its corners project to") {
    Setup setup;
    setup.add("square", filled(kRed), {feature(GeometryKind::polygon, {square(-50, -25, 50)})});
    const auto rgb = setup.pixels();
    CHECK(setup.at(rgb, 60, 40) == kRed);  // view: x 100 is metre 0, y 50 is metre 0
    CHECK(setup.at(rgb, 52, 73) == kRed);
    CHECK(setup.at(rgb, 47, 40) == kWhite);
    CHECK(setup.at(rgb, 102, 40) == kWhite);
    CHECK(setup.at(rgb, 60, 22) == kWhite);
}

TEST_CASE("content that is read again replaces its tiles and leaves none behind") {
    Setup setup;
    setup.add("square", filled(kRed), {feature(GeometryKind::polygon, {square(-50, -25, 50)})});
    setup.pixels();
    const std::size_t bytes = setup.scene->gpuBytes();
    CHECK(bytes > 0);
    for (int again = 0; again < 5; ++again) {
        ++setup.input.contents["square"].revision;
        CHECK(setup.at(setup.pixels(), 60, 40) == kRed);
        CHECK(setup.scene->gpuBytes() == bytes);
    }
}

TEST_CASE("a half-transparent layer does not darken where it overlaps itself") {
    Setup setup;
    setup.add("two", filled({0, 0, 200, 128}),
              {feature(GeometryKind::polygon, {square(-60, -40, 60)}),
               feature(GeometryKind::polygon, {square(-30, -20, 60)})});
    const auto rgb = setup.pixels();
    const Rgba once = setup.at(rgb, 50, 80), twice = setup.at(rgb, 85, 55);
    CHECK(once == twice);
    CHECK(std::abs(once.r - 127) <= 2);
}

TEST_CASE("neighbours of a half-transparent layer leave no gap and no darker seam") {
    Setup setup;
    std::vector<MapPoint> edge;  // a wiggly border both share
    for (int i = 0; i <= 400; ++i) edge.push_back({std::sin(i * 0.7) * 9 + std::sin(i * 0.11) * 14, -60 + i * 0.3});
    std::vector<MapPoint> left{{-150, -60}}, right{{150, 60}};
    left.insert(left.end(), edge.begin(), edge.end());
    left.push_back({-150, 60});
    right.insert(right.end(), edge.rbegin(), edge.rend());
    right.push_back({150, -60});
    setup.document.background = "#ff00ff";
    setup.add("countries", filled({0, 128, 0, 128}),
              {feature(GeometryKind::polygon, {left}), feature(GeometryKind::polygon, {right})});
    for (int step = 0; step < 12; ++step) {
        setup.input.stage.view.mPerPx = std::pow(2.0, -step * 0.5) * 0.9;
        const auto rgb = setup.pixels();
        int others = 0;
        for (int y = 0; y < 100; ++y)
            for (int x = 0; x < 200; ++x) others += !(setup.at(rgb, x, y) == setup.at(rgb, 1, 50));
        CHECK(others == 0);
    }
}

TEST_CASE("a half-transparent area has one colour in whole tiles and in those at its edge") {
    Setup setup;
    setup.input.stage.view.size = {1500, 900};
    setup.document.background = "#c9dfee";
    const auto area = [] {
        return std::vector{feature(GeometryKind::polygon, {{{-700, -1100}, {733, -1080}, {729, 411}, {-698, 402}}})};
    };
    setup.add("land", filled({230, 227, 221, 255}), area());
    setup.add("area", filled({91, 146, 229, 15}), area());
    setup.add("sector", filled({240, 162, 46, 66}), area());
    const auto rgb = setup.pixels();
    int others = 0;
    for (int y = 60; y < 850; ++y)
        for (int x = 60; x < 1470; ++x) others += !(setup.at(rgb, x, y) == setup.at(rgb, 750, 450));
    CHECK(others == 0);
}

TEST_CASE("a strip draws the same rows as the whole picture") {
    Setup setup;
    Style style = filled({20, 90, 160, 200});
    style.line.widthPt = 4;
    style.line.dashPt = {8, 4};
    style.hatch = Hatch::diagonal;
    setup.add("square", style, {feature(GeometryKind::polygon, {square(-50.3, -25.7, 61)})});
    const auto whole = setup.pixels();
    const auto strip = FrameBuffer::create({200, 40});
    setup.scene->draw(*strip, 40);
    const auto rows = strip->readRgb(40);
    CHECK(std::equal(rows.begin(), rows.end(), whole.begin() + 200 * 40 * 3));
}

TEST_CASE("a canvas shows what a whole drawing has, whatever was moved, came, went or was there before") {
    Setup setup;
    setup.input.stage.view = {{0, 0}, 1, {600, 400}};
    setup.input.stage.grid = true;
    setup.input.stage.legend = true;
    Style striped = filled({20, 90, 160, 120}), dashed, dots;
    striped.hatch = Hatch::diagonal;
    striped.line.widthPt = 4;
    dashed.line = {{150, 0, 0, 200}, 5, {9, 5}};
    dots.markerSizePt = 14;
    dots.label.field = "name";
    std::vector<Feature> points;
    for (int i = 0; i < 60; ++i)
        points.push_back(feature(GeometryKind::point,
                                 {{{std::fmod(i * 137.7, 900) - 450, std::fmod(i * 71.3, 600) - 300}}},
                                 {"Place " + std::to_string(i), ""}));
    setup.add("areas", striped,
              {feature(GeometryKind::polygon, {square(-350.4, -120.2, 331)}),
               feature(GeometryKind::polygon, {square(-60.7, -220.3, 221)})});
    setup.add("line", dashed, {feature(GeometryKind::line, {{{-500, -150}, {-100, 90.5}, {120, -40}, {520, 170}}})});
    setup.add("dots", dots, std::move(points));
    setup.freeze();
    auto buffer = FrameBuffer::create(setup.input.stage.view.size);
    OPSMAP_CHECK(buffer);
    RetainedFrame canvas{std::move(*buffer)};
    const auto shownAfter = [&](auto change) {
        change();
        setup.freeze();
        setup.scene->finish(setup.input);
        setup.scene->draw(canvas);
        CHECK(canvas.shown);
        const auto kept = canvas.buffer.readRgb(400), whole = setup.drawn();
        int most = 0;  // of 255: how a line's place is rounded depends on where the picture begins
        for (std::size_t i = 0; i < kept.size(); ++i) most = std::max(most, std::abs(kept[i] - whole[i]));
        CHECK(most <= 3);
    };
    shownAfter([] {});
    MapView& view = setup.input.stage.view;
    for (const auto& [right, down] : {std::pair{8, 0}, {-5, 3}, {0, -31}, {117, 60}, {-301, -90}, {2, 2}})
        shownAfter([&] { view.center = {view.center.x - right, view.center.y + down}; });
    shownAfter([&] { setup.document.layers[1].visible = false; });
    shownAfter([&] { setup.document.layers[0].opacity = 0.5; });
    shownAfter([&] { setup.input.stage.labels = false; });
    shownAfter([&] { view.center.x += 0.5; });
    shownAfter([&] { view.mPerPx = 0.7; });
    shownAfter([&] { view.center.x += 0.7 * 20; });
    shownAfter([&] { setup.document.background = "#ffeedd"; });
}

TEST_CASE("while a hand moves the map its labels move with it, until a quarter of the picture is bare") {
    Setup setup;
    Style dots;
    dots.markerSizePt = 14;
    dots.label.field = "name";
    dots.label.sizePt = 20;
    std::vector<Feature> places;
    for (const double x : {-100.0, 0.0, 320.0})
        places.push_back(feature(GeometryKind::point, {{{x, 0}}}, {"Place", ""}));
    setup.add("places", dots, std::move(places));
    setup.freeze();
    MapView& view = setup.input.stage.view;
    view = {{0, 0}, 1, {600, 400}};
    const auto texts = [&](double x, bool panning) {
        view.center.x = x;
        setup.input.panning = panning;
        setup.scene->finish(setup.input);
        return std::ranges::count_if(setup.scene->drawList().items, [](const DrawItem& item) {
            const auto* text = std::get_if<draw::Text>(&item);
            return text != nullptr && text->run.glyphs.size() == 5;
        });
    };
    CHECK(texts(0, false) == 2);
    CHECK(texts(80, true) == 2);
    CHECK(texts(80, false) == 3);
    CHECK(texts(0, false) == 2);
    CHECK(texts(110, true) == 3);
}

TEST_CASE("an unchanged input asks for no new frame") {
    Setup setup;
    setup.add("square", filled(kRed), {feature(GeometryKind::polygon, {square(0, 0, 20)})});
    setup.pixels();
    while (setup.scene->update(setup.input).busy) {
    }
    CHECK_FALSE(setup.scene->update(setup.input).redraw);
    setup.input.stage.view.center.x += 1;
    CHECK(setup.scene->update(setup.input).redraw);
}

TEST_CASE("the parent's tiles stand in while the children are cut") {
    Setup setup;
    setup.add("square", filled(kRed), {feature(GeometryKind::polygon, {square(-3000, -3000, 6000)})});
    setup.pixels();
    setup.input.stage.view.mPerPx = 0.4;  // nothing is cut for this scale yet
    setup.scene->update(setup.input);
    const auto rgb = setup.drawn();
    CHECK(setup.at(rgb, 10, 10) == kRed);
    CHECK(setup.at(rgb, 190, 90) == kRed);
}

TEST_CASE("tiles of a content that was replaced before it was whole stand in") {
    offscreen();
    TileCache cache({});
    TileSource source{"square", 1,    {storeOf({feature(GeometryKind::polygon, {square(-3000, -3000, 6000)})})},
                      true,     true, {}};
    const MapView view{{0, 0}, 1, {1200, 800}};
    const auto pieces = [&] {
        cache.beginFrame(0);
        return cache.piecesFor(source, view, 1);
    };
    while (pieces()->empty()) {
        cache.endFrame();  // one at a time
        cache.wait();
    }
    CHECK(cache.figures().built == 1);
    source.revision = 2;
    CHECK(pieces()->size() >= 1);
}

TEST_CASE("the same input gives the same list, and the list names what it draws") {
    Setup setup;
    setup.add("square", filled(kRed), {feature(GeometryKind::polygon, {square(-50, -25, 50)}, {"Alpha", ""})});
    setup.pixels();
    const std::string first = dumped(setup.scene->drawList());
    setup.pixels();
    CHECK(dumped(setup.scene->drawList()) == first);
    CHECK(first.find("fill #c80000ff") != std::string::npos);
}

TEST_CASE("a line's width is that of its style in points") {
    Setup setup;
    Style style;
    style.line.widthPt = 60;  // factor is 100/1080, a point 4/3 px: 7.4 px
    style.line.color = kRed;
    setup.add("line", style, {feature(GeometryKind::line, {{{-80, 0}, {80, 0}}})});
    const auto rgb = setup.pixels();
    int covered = 0;
    for (int y = 0; y < 100; ++y) covered += 255 - setup.at(rgb, 100, y).g;
    CHECK(std::abs(covered / 255.0 - 60 * 4.0 / 3 * 100 / 1080) < 0.2);
    CHECK(setup.at(rgb, 15, 50) == kWhite);  // butt caps: nothing beyond the end at x 20
}

TEST_CASE("markers of a tile that stood in for another leave none behind on a canvas") {
    Setup setup;
    Style dots;
    dots.markerSizePt = 14;
    std::vector<Feature> points;
    for (int i = 0; i < 3000; ++i)
        points.push_back(
            feature(GeometryKind::point, {{{std::fmod(i * 137.7, 9000) - 4500, std::fmod(i * 71.3, 6000) - 3000}}}));
    setup.add("dots", dots, std::move(points));
    setup.freeze();
    Stage& stage = setup.input.stage;
    stage.view = {{0, 0}, 8, {1200, 800}};
    setup.scene->finish(setup.input);  // the larger tiles
    stage.view = {{-100, 0}, 1, {1000, 800}};
    setup.scene->finish(setup.input);  // of the smaller ones those in the west
    stage.view = {{0, 0}, 1, {1200, 800}};
    auto buffer = FrameBuffer::create(stage.view.size);
    OPSMAP_CHECK(buffer);
    RetainedFrame canvas{std::move(*buffer)};
    setup.scene->update(setup.input);  // a larger one stands in for each in the east
    setup.scene->draw(canvas);
    setup.scene->finish(setup.input);
    setup.scene->draw(canvas);
    CHECK(canvas.buffer.readRgb(800) == setup.drawn());
}
