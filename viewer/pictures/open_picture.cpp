// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/open_picture.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>

#include "layers/area/area_edits.hpp"
#include "layers/model/command.hpp"
#include "viewer/pictures/picture_format.hpp"
#include "viewer/pictures/picture_text.hpp"

namespace viewer {
namespace {

namespace fs = std::filesystem;
using layers::Document;

geodata::Error refused(const fs::path& picture, std::string_view reason, std::string_view advice = {}) {
    return geodata::failure("Cannot open picture", geodata::quoted(picture.string()), reason, advice);
}

const std::string* find(const PictureNotes& notes, std::string_view key) {
    const auto found = std::ranges::find(notes, key, &PictureNotes::value_type::first);
    return found == notes.end() ? nullptr : &found->second;
}

std::vector<std::string> pieces(std::string_view list) {
    std::vector<std::string> all;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        all.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return all;
}

// Files by their portable names, where they lie now. What is neither a bundled area nor in the picture's folder is
// named.
std::vector<fs::path> filesOf(const Session& session, const fs::path& picture, const Paths& paths,
                              std::vector<std::string>& remarks) {
    const PortablePlace place = portablePlaceOf(picture, paths.areas);
    std::vector<fs::path> files;
    for (const fs::path& name : session.files) {
        files.push_back(fileNamed(name.string(), place));
        if (!liesIn(files.back(), place.folder) && !liesIn(files.back(), paths.areas))
            remarks.push_back(fmt::format("{} opens {}, which lies outside its folder.",
                                          geodata::quoted(picture.string()), geodata::quoted(files.back().string())));
    }
    return files;
}

// What the picture shows but the area has not any more.
void sayMissingLayers(const PictureNotes& notes, const Document& document, const fs::path& picture,
                      std::vector<std::string>& remarks) {
    constexpr std::size_t kMost = 10;
    std::vector<std::string> gone;
    const std::string* shown = find(notes, note::kLayers);
    for (const std::string& id : shown != nullptr ? pieces(*shown) : std::vector<std::string>())
        if (document.layer(id) == nullptr && gone.size() < kMost) gone.push_back(geodata::quoted(id, 60));
    if (gone.empty()) return;
    remarks.push_back(fmt::format("{} shows {} {}, which the area no longer has.", geodata::quoted(picture.string()),
                                  gone.size() == 1 ? "the layer" : "the layers", fmt::join(gone, ", ")));
}

// The command line's own choice of layers goes over the picture's.
geodata::Result<Document> withChoice(Document document, const OpenRequest& request) {
    if (!request.theme.empty())
        document = *layers::apply(std::make_shared<const Document>(std::move(document)),
                                  layers::command::ApplyTheme{request.theme});
    return applyLayerEdits(std::move(document), request.layers);
}

geodata::Result<Session> sessionOf(const PictureNotes& notes, const fs::path& picture) {
    auto session = parseSession(*find(notes, note::kSession), picture);
    if (!session) return session.error();
    const layers::ScreenSize size = session->stage.view.size;
    if (std::max(size.width, size.height) > layers::kMostPictureSidePx)
        return refused(picture,
                       fmt::format("it is said to have a side of more than {} pixels", layers::kMostPictureSidePx));
    if (session->files.empty()) return refused(picture, "it does not say what it was made of");
    if (!isHarmlessCrs(session->crs))
        return refused(picture, fmt::format("its coordinate system {} is neither a code nor plain parameters",
                                            geodata::quoted(session->crs, 60)));
    return session;
}

// What the picture says where the command line says nothing.
OpenRequest requestOf(const OpenRequest& given, const Session& session, const PictureNotes& notes) {
    OpenRequest request = given;
    if (request.crs.empty()) request.crs = session.crs;
    const std::string* title = find(notes, note::kTitle);
    if (!request.title) request.title = title != nullptr ? *title : std::string();  // an empty one is not written
    return request;
}

}  // namespace

bool isHarmlessCrs(std::string_view crs) {
    const auto isCode = [](std::string_view text) {
        const std::size_t colon = text.find(':');
        return (text.starts_with("EPSG:") || text.starts_with("ESRI:")) && text.size() < 16 &&
               text.find_first_not_of("0123456789", colon + 1) == text.npos && colon + 1 < text.size();
    };
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+=._- ";
    if (!crs.starts_with("+proj=")) return isCode(crs);
    const auto has = [&](std::string_view word) { return crs.find(word) != crs.npos; };
    return crs.size() < 300 && crs.find_first_not_of(kPlain) == crs.npos && !has("grids") && !has("init") &&
           !has("pipeline") && !has("file");
}

geodata::Result<std::optional<Opened>> openPicture(const OpenRequest& request, const Paths& paths) {
    if (request.files.size() != 1) return std::optional<Opened>();
    const fs::path picture = request.files.front();
    const auto notes = readNotes(picture);
    if (!notes) return notes.error();
    if (find(*notes, note::kSession) == nullptr) {
        if (!pictureFormatOf(picture)) return std::optional<Opened>();
        return refused(picture, "it holds no map to open again", "A .png or .pdf that opsmap made does.");
    }
    auto session = sessionOf(*notes, picture);
    if (!session) return session.error();
    Opened opened;
    opened.request = requestOf(request, *session, *notes);
    opened.request.files = session->files = filesOf(*session, picture, paths, opened.remarks);
    const auto area = openDocument(opened.request, paths);
    if (!area)
        return geodata::Error{area.error().text +
                              fmt::format(" {} was made of it.", geodata::quoted(picture.string()))};
    const std::string* edits = find(*notes, note::kEdits);
    const auto shown = layers::withEdits(bareOf(**area), edits != nullptr ? *edits : "", picture);
    if (!shown) return shown.error();
    const std::size_t remarks = opened.remarks.size();
    sayMissingLayers(*notes, **area, picture, opened.remarks);
    opened.layersMissing = opened.remarks.size() > remarks;
    auto chosen = withChoice(*shown, request);
    if (!chosen) return chosen.error();
    opened.area = *area;
    opened.document = std::make_shared<const Document>(std::move(*chosen));
    opened.session = std::move(*session);
    opened.isPicture = true;
    return std::optional(std::move(opened));
}

layers::Stage stageOfPicture(const layers::Stage& first, const Session& picture, const StageRequest& request) {
    layers::Stage stage = picture.stage;
    const layers::ScreenSize size = first.view.size;
    stage.dpi = first.dpi;
    if (request.frame.extent || request.center || request.frame.scale) stage.view = first.view;
    else if (!(size == stage.view.size)) stage.view = layers::viewOf(stage.view.box(), size);
    if (!request.date.empty()) stage.date = first.date;
    if (!request.compareDate.empty()) stage.compareDate = first.compareDate;
    if (request.language) stage.language = first.language;
    if (request.legend) stage.legend = true;
    if (request.grid) stage.grid = first.grid, stage.gridKind = first.gridKind;
    return stage;
}

}  // namespace viewer
