#include "viewer/session/restore.hpp"

#include "viewer/session/open_picture.hpp"

namespace viewer {
namespace {

std::vector<std::filesystem::path> absolute(const std::vector<std::filesystem::path>& files) {
    std::vector<std::filesystem::path> all;
    for (const auto& file : files) all.push_back(std::filesystem::absolute(file).lexically_normal());
    return all;
}

geodata::Result<Opened> openPlain(const CommandLine& commandLine, const Paths& paths) {
    auto document = openDocument(commandLine, paths);
    if (!document) return document.error();
    return Opened{commandLine, *document, *document};
}

void layOver(Opened& opened, const Session& session) {
    opened.session = session;
    const bool choosesLayers = !opened.commandLine.theme.empty() || !opened.commandLine.layers.empty();
    Differences differences = session.differences;
    if (choosesLayers) differences.layers.clear();
    opened.document = std::make_shared<const layers::Document>(withDifferences(*opened.area, differences));
}

}  // namespace

geodata::Result<Opened> openLast(const CommandLine& commandLine, const Paths& paths, const std::optional<Session>& last) {
    if (auto picture = openPicture(commandLine, paths); !picture || *picture) {
        if (!picture) return picture.error();
        if (last) (*picture)->session->window = last->window;
        return std::move(**picture);
    }
    CommandLine line = commandLine;
    line.files = absolute(line.files);
    if (!last || (!line.files.empty() && line.files != last->files)) return openPlain(line, paths);
    const CommandLine named = line;
    line.files = last->files;
    auto opened = openPlain(line, paths);
    if (!opened && !named.files.empty()) return opened.error();
    if (opened) {
        layOver(*opened, *last);
        return opened;
    }
    auto instead = openPlain(named, paths);
    if (instead) instead->remarks.push_back(opened.error().text);
    return instead;
}

std::string ownDate(const layers::Document& document) { return document.date.empty() ? today() : document.date; }

layers::MapView keepingScale(layers::MapView view, layers::ScreenSize size) {
    view.mPerPx *= layers::scaleFactorOf(view.size) / layers::scaleFactorOf(size);
    view.size = size;
    return view;
}

layers::Stage restored(layers::Stage first, const Session& session, const CommandLine& commandLine, const layers::Document& document) {
    layers::Stage stage = session.stage;
    const bool choosesView = commandLine.extent || commandLine.center || commandLine.scale;
    stage.view = choosesView || session.crs != document.crs ? first.view : keepingScale(session.stage.view, first.view.size);
    if (!commandLine.date.empty() || stage.date.empty() || session.areaDate != document.date) stage.date = first.date;
    if (commandLine.language) stage.language = first.language;
    if (commandLine.amplifiers) stage.amplifiers = first.amplifiers;
    if (commandLine.symbolColors) stage.symbolColors = first.symbolColors;
    return stage;
}

}  // namespace viewer
