// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/picture_notes.hpp"

#include <fmt/format.h>

#include "layers/area/area_edits.hpp"
#include "layers/scene/marginalia/marking.hpp"
#include "viewer/session/session.hpp"
#include "viewer/session/session_words.hpp"

namespace viewer {
namespace {

std::string visibleLayers(const layers::Document& document) {
    std::string ids;
    for (const layers::LayerSpec& layer : document.layers)
        if (layer.visible) ids += (ids.empty() ? "" : ",") + layer.id;
    return ids;
}

std::vector<std::filesystem::path> portableFiles(const layers::Document& document,
                                                 const std::vector<std::filesystem::path>& files,
                                                 const PortablePlace& place) {
    std::vector<std::filesystem::path> names;
    for (const auto& file : files) names.emplace_back(portableName(file, place));
    if (names.empty()) names.emplace_back(portableName(document.file, place));
    return names;
}

// What is selected or under the cursor is no part of it.
std::string sessionOf(const layers::Document& document, const layers::Stage& stage,
                      const std::vector<std::filesystem::path>& names) {
    Session session;
    session.files = names;
    session.crs = document.crs;
    session.areaDate = document.date;
    session.stage = stage;
    return sessionText(session);
}

}  // namespace

layers::Document bareOf(layers::Document document) {
    for (layers::LayerSpec& layer : document.layers) {
        layer.visible = false;
        layer.opacity = 1;
    }
    document.unitOffsets.clear();
    return document;
}

PictureNotes notesOf(const layers::Document& document, const layers::Stage& stage,
                     const std::vector<std::filesystem::path>& files, const PortablePlace& place) {
    const layers::MapBox box = stage.view.box();
    const auto names = portableFiles(document, files, place);
    PictureNotes notes{
        {std::string(note::kTitle), document.title},
        {"Software", "opsmap"},
        {"opsmap-area", names.front().string()},
        {"opsmap-date", stage.date},
        {"opsmap-crs", document.crs},
        {"opsmap-extent", fmt::format("{:.17g},{:.17g},{:.17g},{:.17g}", box.min.x, box.min.y, box.max.x, box.max.y)},
        {std::string(note::kLayers), visibleLayers(document)},
        {"opsmap-grid", std::string(stage.grid ? wordOf(kGridWords, stage.gridKind) : "none")},
        {"opsmap-marking", layers::markingOf(document, stage)},
        {std::string(note::kSession), sessionOf(document, stage, names)},
        {std::string(note::kEdits), layers::editsText(bareOf(document), document)}};
    std::erase_if(notes, [](const auto& note) { return note.second.empty(); });
    return notes;
}

}  // namespace viewer
