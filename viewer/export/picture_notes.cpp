#include "viewer/export/picture_notes.hpp"

#include <fmt/format.h>

namespace viewer {
namespace {

std::string visibleLayers(const layers::Document& document) {
    std::string ids;
    for (const layers::LayerSpec& layer : document.layers)
        if (layer.visible) ids += (ids.empty() ? "" : ",") + layer.id;
    return ids;
}

const char* gridName(const layers::Stage& stage) {
    if (!stage.grid) return "none";
    return stage.gridKind == layers::GridKind::geo ? "geo" : stage.gridKind == layers::GridKind::mgrs ? "mgrs" : "utm";
}

}  // namespace

std::vector<std::pair<std::string, std::string>> notesOf(const layers::Document& document, const layers::Stage& stage) {
    const layers::MapBox box = stage.view.box();
    std::vector<std::pair<std::string, std::string>> notes{
        {"Title", document.title},
        {"Software", "opsmap"},
        {"opsmap-area", document.file.string()},
        {"opsmap-date", stage.date},
        {"opsmap-crs", document.crs},
        {"opsmap-extent", fmt::format("{:.17g},{:.17g},{:.17g},{:.17g}", box.min.x, box.min.y, box.max.x, box.max.y)},  // exact, so that the view comes back
        {"opsmap-layers", visibleLayers(document)},
        {"opsmap-grid", gridName(stage)},
        {"opsmap-marking", document.marking}};
    std::erase_if(notes, [](const auto& note) { return note.second.empty(); });
    return notes;
}

}  // namespace viewer
