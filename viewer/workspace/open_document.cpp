// SPDX-License-Identifier: Apache-2.0
#include "viewer/workspace/open_document.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "layers/area/area_edits.hpp"
#include "layers/model/command.hpp"
#include "layers/orbat/symbol_code.hpp"
#include "viewer/workspace/file_layers.hpp"

namespace viewer {
namespace {

using layers::Document;
using layers::LayerSpec;
using layers::Rgba;

constexpr double kHomeMargin =
    1.06;  // what is seen around the files' own extent, and beside an area's in a narrow picture

// Strong, told apart by people who see colours differently (after Okabe and Ito).
constexpr std::array<Rgba, 6> kFileColors{{{0, 90, 160, 255},
                                           {200, 80, 0, 255},
                                           {0, 130, 95, 255},
                                           {170, 60, 130, 255},
                                           {120, 90, 0, 255},
                                           {40, 40, 40, 255}}};

// What files call the names of their features, in any case; the first that a file has is its label.
constexpr std::array<const char*, 3> kLabelColumns{"name", "title", "label"};

bool isAreaFile(const std::filesystem::path& file) { return file.extension() == ".toml"; }

std::string idOf(const std::filesystem::path& file, std::size_t index) {
    std::string id = fmt::format("file-{}-", index + 1);
    for (const char c : file.stem().string())
        id += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c
              : c >= 'A' && c <= 'Z'                           ? static_cast<char>(c - 'A' + 'a')
                                                               : '-';
    return id;
}

LayerSpec fileLayer(const std::filesystem::path& file, std::size_t index, const std::string& crs) {
    const Rgba color = kFileColors[index % kFileColors.size()];
    LayerSpec layer;
    layer.id = idOf(file, index);
    layer.title = file.filename().string();
    layer.group = kFileGroup;
    layer.source = std::filesystem::absolute(file);
    layer.crs = crs;
    layer.key = index < 9 ? static_cast<int>(index) + 1 : 0;
    layer.style.fill = Rgba{color.r, color.g, color.b, 60};
    layer.style.line.color = color;
    layer.style.line.widthPt = 0.8;
    layer.style.marker = layers::Marker::circle;
    layer.style.markerSizePt = 6;
    layer.style.markerColor = color;
    layer.style.label.field = kLabelColumns.front();
    layer.style.label.placement = layers::LabelPlacement::line;
    return layer;
}

void addFiles(Document& document, const OpenRequest& request) {
    const auto& files = request.files;
    for (LayerSpec& layer : document.layers) layer.key = 0;  // the number keys are the files'
    for (const auto& file : files)
        if (!isAreaFile(file)) document.layers.push_back(fileLayer(file, document.layers.size(), request.sourceCrs));
    std::size_t key = 0;
    for (LayerSpec& layer : document.layers)
        if (isFileLayer(layer)) layer.key = ++key <= 9 ? static_cast<int>(key) : 0;
}

geodata::MapBox boxOfFiles(const Document& document, const Sources& sources) {
    geodata::MapBox box;
    for (const LayerSpec& layer : document.layers)
        if (const SourceState* state = isFileLayer(layer) ? sources.state(layer.id) : nullptr)
            box = geodata::united(box, state->box);
    return box;
}

bool sameLetters(std::string_view a, std::string_view b) {
    const auto lowered = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, {}, lowered, lowered);
}

std::optional<std::string> labelColumnOf(const std::vector<std::shared_ptr<const geodata::Store>>& stores) {
    for (const char* wanted : kLabelColumns)
        for (const auto& store : stores)
            for (const geodata::Column& column : store->info().columns)
                if (sameLetters(column.name, wanted)) return column.name;
    return {};
}

// An extent across 180° on a map whose seam lies there would be the whole world: such a map is turned to have the
// extent's middle in its own.
geodata::Status turnTo(const geodata::LonLatBox& extent, Document& document) {
    if (extent.west <= extent.east) return {};
    const auto projection = Projection::of(document.crs);
    if (!projection) return projection.error();
    const double lat = (extent.south + extent.north) / 2,
                 middle = std::remainder((extent.west + extent.east + 360) / 2, 360);
    if (projection->math().toMap({extent.west, lat}).x < projection->math().toMap({extent.east, lat}).x) return {};
    document.crs = fmt::format("+proj=merc +lon_0={} +datum=WGS84 +units=m +type=crs", middle);
    return {};
}

}  // namespace

geodata::Result<layers::DocumentPtr> openDocument(const OpenRequest& request, const Paths& paths) {
    const auto& files = request.files;
    const auto area = std::find_if(files.begin(), files.end(), isAreaFile);
    const bool plainFiles = std::any_of(files.begin(), files.end(), [](const auto& file) { return !isAreaFile(file); });
    const auto areaFile = area != files.end() ? *area
                          : files.empty()     ? paths.areas / "unifil" / "unifil.toml"
                                              : paths.areas / "world" / "world.toml";
    auto read = layers::readAreaWithEdits(areaFile);
    if (!read) return read.error();
    Document document = std::move(*read);
    if (plainFiles) {
        addFiles(document, request);
        if (area == files.end()) {  // the world is only the base: the picture is named after the first file
            document.title = files.front().filename().string();
            document.id = files.front().stem().string();
            document.asOf.clear();
        }
    }
    if (!request.crs.empty()) document.crs = request.crs;
    else if (request.stage.frame.extent)
        if (const auto failed = turnTo(*request.stage.frame.extent, document)) return *failed;
    if (request.title) document.title = *request.title;
    if (!request.theme.empty()) {
        const bool known = std::any_of(document.themes.begin(), document.themes.end(),
                                       [&](const auto& theme) { return theme.name == request.theme; });
        if (!known)
            return geodata::failure("Cannot show theme", geodata::quoted(request.theme), "the area has no such theme");
        document =
            *layers::apply(std::make_shared<const Document>(document), layers::command::ApplyTheme{request.theme});
    }
    auto edited = applyLayerEdits(std::move(document), request.layers);
    if (!edited) return edited.error();
    return layers::DocumentPtr(std::make_shared<const Document>(std::move(*edited)));
}

layers::DocumentPtr withUnitFiles(const layers::DocumentPtr& document, const Sources& sources) {
    std::shared_ptr<Document> made;
    const auto layerOf = [&](std::size_t i) -> LayerSpec& {
        if (!made) made = std::make_shared<Document>(*document);
        return made->layers[i];
    };
    for (std::size_t i = 0; i < document->layers.size(); ++i) {
        const LayerSpec& layer = document->layers[i];
        const auto content = sources.contents().find(layer.id);
        if (!isFileLayer(layer) || layer.kind != layers::LayerKind::vector || content == sources.contents().end() ||
            content->second.stores.empty())
            continue;
        const auto& stores = content->second.stores;
        if (auto column = labelColumnOf(stores); column && *column != layer.style.label.field)
            layerOf(i).style.label.field = *column;
        if (std::ranges::all_of(stores, [](const auto& store) { return layers::holdsUnits(*store); }))
            layerOf(i).kind = layers::LayerKind::units;
    }
    return made ? made : document;
}

layers::MapView homeView(const Document& document, const Projection& projection, const Sources& sources,
                         layers::ScreenSize size) {
    geodata::MapBox box = boxOfFiles(document, sources);
    if (box.empty() && document.home) box = projection.boxOf(*document.home);
    if (box.empty()) box = projection.boxOf({-179.9, -85, 179.9, 85});
    if (box.width() + box.height() < 100) box = geodata::grown(box, 500);  // a single point
    layers::MapView view = layers::viewOf(box, size);
    if (!boxOfFiles(document, sources).empty()) view.mPerPx *= kHomeMargin;
    // Units at an area's sides are whole in a narrow picture, which has no ground beside it; the world has no sides.
    else if (size.width * 2 < size.height * 3 && document.home && document.home->east - document.home->west < 300)
        view.mPerPx = std::max(view.mPerPx, box.width() * kHomeMargin / size.width);
    return view;
}

layers::Stage firstStage(const StageRequest& request, const Document& document, const Projection& projection,
                         const Sources& sources, layers::ScreenSize size) {
    layers::Stage stage;
    stage.view = homeView(document, projection, sources, size);
    if (request.center) stage.view.center = projection.math().toMap(*request.center);
    stage =
        layers::framed(std::move(stage), request.frame, size,
                       request.frame.extent ? std::optional(projection.boxOf(*request.frame.extent)) : std::nullopt);
    stage.date = !request.date.empty() ? request.date : !document.date.empty() ? document.date : today();
    stage.compareDate = request.compareDate;
    stage.language = request.language.value_or(layers::LabelLanguage::latin);
    stage.amplifiers = request.amplifiers.value_or(document.amplifiers.value_or(stage.amplifiers));
    stage.symbolColors = request.symbolColors.value_or(document.symbolColors.value_or(stage.symbolColors));
    stage.legend = request.legend;
    if (request.grid) stage.grid = request.grid->shown, stage.gridKind = request.grid->kind;
    return stage;
}

std::string today() {
    const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::chrono::system_clock::to_time_t(days)));
}

}  // namespace viewer
