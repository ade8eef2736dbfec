// SPDX-License-Identifier: Apache-2.0
#include "tests/pictures/picture_harness.hpp"

#include <SFML/Window/Context.hpp>
#include <fmt/format.h>
#include <png.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "geodata/link/link.hpp"
#include "geodata/store/write_file.hpp"
#include "layers/area/area.hpp"
#include "layers/gpu/virtual_display.hpp"
#include "viewer/pictures/png.hpp"
#include "viewer/workspace/sources.hpp"

namespace pictures {
namespace {

namespace fs = std::filesystem;

// One display and context for all pictures of the test program.
sf::Context& context() {
    static const auto there = layers::probeDisplay();  // held, as its comment says
    static const auto display =
        !there ? layers::VirtualDisplay::start() : geodata::Result<std::unique_ptr<layers::VirtualDisplay>>(nullptr);
    OPSMAP_CHECK(display);
    static sf::Context made;
    return made;
}

fs::path folderOf(const Shot& shot) { return fs::path(OPSMAP_SOURCE_DIR) / "tests" / "pictures" / shot.folder; }
fs::path areaFileOf(const Shot& shot) {
    return fs::path(shot.folder).is_absolute() ? fs::path(shot.folder) : folderOf(shot) / "area.toml";
}
fs::path expectedOf(const Shot& shot) {
    const fs::path folder = fs::path(shot.folder).is_absolute()
                                ? fs::path(OPSMAP_SOURCE_DIR) / "tests" / "pictures" / fs::path(shot.folder).stem()
                                : folderOf(shot);
    return folder / (shot.name + ".png");
}

std::optional<Picture> readPng(const fs::path& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, file.c_str()) == 0) return {};
    image.format = PNG_FORMAT_RGB;
    Picture picture{{static_cast<int>(image.width), static_cast<int>(image.height)},
                    std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    if (png_image_finish_read(&image, nullptr, picture.rgb.data(), 0, nullptr) == 0) return {};
    return picture;
}

void writePng(const fs::path& file, const Picture& picture) {
    viewer::PngWriter writer({picture.size, 0, {}});
    OPSMAP_CHECK(!writer.addRows(picture.rgb));
    const auto bytes = writer.finish();
    OPSMAP_CHECK(bytes);
    fs::create_directories(file.parent_path());
    OPSMAP_CHECK(!geodata::writeFile(file, *bytes));
}

}  // namespace

layers::Rgba Picture::at(layers::ScreenPoint p) const {
    const int x = std::clamp(static_cast<int>(p.x), 0, size.width - 1),
              y = std::clamp(static_cast<int>(p.y), 0, size.height - 1);
    const std::size_t i = (static_cast<std::size_t>(y) * size.width + x) * 3;
    return {rgb[i], rgb[i + 1], rgb[i + 2], 255};
}

layers::Rgba Taken::colorAt(double lon, double lat) const {
    const auto transformation = geodata::Transformation::toMap(geodata::kLonLatCrs, mapCrs);
    return picture.at(view.toScreen(transformation->forward(geodata::MapPoint{lon, lat})));
}

Opened open(const Shot& shot) {
    context().setActive(true);
    auto area = layers::readAreaFile(areaFileOf(shot));
    OPSMAP_CHECK(area);
    Opened opened;
    opened.input.document = std::make_shared<const layers::Document>(std::move(*area));
    const layers::Document& document = *opened.input.document;
    geodata::Link link({.loaderProgram = OPSMAP_LOADER,
                        .cacheFolder = fs::temp_directory_path() / "opsmap-picture-tests",
                        .limits = {},
                        .wake = {}});
    viewer::Sources sources(link);
    sources.open(document);
    sources.waitForAll();
    opened.input.contents = sources.contents();
    for (const auto& layer : document.layers)
        if (const auto* state = sources.state(layer.id); state != nullptr && state->error)
            opened.problems.push_back(state->error->text);

    auto projection = viewer::Projection::of(document.crs);
    OPSMAP_CHECK(projection);
    opened.projection = std::make_unique<viewer::Projection>(std::move(*projection));
    opened.input.math = &opened.projection->math();
    layers::Stage& stage = opened.input.stage;
    stage.view = layers::viewOf(opened.projection->boxOf(*document.home), shot.size);
    stage.view.mPerPx /= shot.zoom;
    stage.date = shot.date.empty() ? document.date : shot.date;
    stage.language = shot.language;
    stage.amplifiers = shot.amplifiers;
    stage.symbolColors = shot.symbolColors;
    stage.legend = shot.legend;
    stage.grid = shot.grid;
    stage.labels = shot.labels;
    auto scene = layers::Scene::create({.shaderFolder = {},
                                        .fontFolder = {},
                                        .milsymbolFile = OPSMAP_MILSYMBOL,
                                        .symbolCache = {},
                                        .wake = {},
                                        .magneticFolder = OPSMAP_MAGNETIC});
    OPSMAP_CHECK(scene);
    opened.scene = std::move(*scene);
    return opened;
}

Taken take(const Shot& shot) {
    Opened opened = open(shot);
    opened.scene->finish(opened.input);
    const auto buffer = layers::FrameBuffer::create(shot.size);
    opened.scene->draw(*buffer);
    Taken taken{{shot.size, buffer->readRgb(shot.size.height)},
                opened.input.stage.view,
                opened.input.document->crs,
                std::move(opened.problems)};
    if (const auto error = opened.scene->symbolError()) taken.problems.push_back(error->text);
    return taken;
}

bool near(layers::Rgba a, layers::Rgba b, int tolerance) {
    return std::abs(a.r - b.r) <= tolerance && std::abs(a.g - b.g) <= tolerance && std::abs(a.b - b.b) <= tolerance;
}

Comparison compare(const Taken& taken, const Shot& shot, Acceptance acceptance) {
    const fs::path file = expectedOf(shot);
    if (acceptance == Acceptance::ifAsked && std::getenv("OPSMAP_ACCEPT_PICTURES") != nullptr)
        writePng(file, taken.picture);
    const auto expected = readPng(file);
    const fs::path written = fs::current_path() / "pictures" / fs::path(shot.folder).stem();
    if (!expected || expected->size != taken.picture.size) {
        writePng(written / (shot.name + ".actual.png"), taken.picture);
        return {false, fmt::format("{} is missing or of another size; see {}", file.string(), written.string())};
    }
    Picture diff = *expected;
    std::size_t differing = 0;
    for (std::size_t i = 0; i < expected->rgb.size(); i += 3) {
        int most = 0;
        for (std::size_t c = 0; c < 3; ++c)
            most = std::max(most, std::abs(expected->rgb[i + c] - taken.picture.rgb[i + c]));
        const bool differs = most > 8;
        differing += differs;
        for (std::size_t c = 0; c < 3; ++c)
            diff.rgb[i + c] = differs ? (c == 0 ? 255 : 0) : static_cast<std::uint8_t>(200 + expected->rgb[i + c] / 5);
    }
    const std::size_t pixels = expected->rgb.size() / 3;
    if (differing * 200 <= pixels) return {true, {}};
    writePng(written / (shot.name + ".actual.png"), taken.picture);
    writePng(written / (shot.name + ".diff.png"), diff);
    return {false, fmt::format("{} of {} pixels differ; see {}", differing, pixels, written.string())};
}

}  // namespace pictures
