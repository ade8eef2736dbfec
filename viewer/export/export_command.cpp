#include "viewer/export/export_command.hpp"

#include <set>

#include "geodata/store/write_file.hpp"
#include "layers/scene/scene.hpp"
#include "viewer/export/offscreen.hpp"
#include "viewer/export/picture.hpp"
#include "viewer/session/open_document.hpp"
#include "viewer/session/settings.hpp"

namespace viewer {
namespace {

constexpr layers::ScreenSize kDefaultSize{1920, 1080};

int refused(std::ostream& err, const geodata::Error& error) {
    err << error.text << "\n";
    return exit_code::kRefused;
}

geodata::Status writeAll(const CommandLine& commandLine, std::span<const std::byte> png, const layers::DrawList& list) {
    for (const auto& output : commandLine.outputs)
        if (auto failed = geodata::writeFile(output, png)) return failed;
    if (commandLine.dumpDrawlist.empty()) return {};
    const std::string text = layers::dumped(list);
    return geodata::writeFile(commandLine.dumpDrawlist, std::as_bytes(std::span(text)));
}

}  // namespace

int reportProblems(const layers::Document& document, const Sources& sources, std::ostream& err) {
    std::set<std::string> said;
    const auto say = [&](const std::string& text) {
        if (said.insert(text).second) err << text << "\n";
    };
    for (const layers::LayerSpec& layer : document.layers) {
        const SourceState* state = sources.state(layer.id);
        if (state == nullptr) continue;
        if (state->error) say(state->error->text);
        for (const auto& warning : state->warnings) say(warning.text);
    }
    return static_cast<int>(said.size());
}

int runExport(const CommandLine& commandLine, const Paths& paths, std::ostream& err) {
    const auto document = openDocument(commandLine, paths);
    if (!document) return refused(err, document.error());
    geodata::Link link(linkSettings(paths));
    Sources sources(link);
    sources.open(**document);  // reads while display and shaders start
    const auto projection = Projection::of((*document)->crs);
    if (!projection) return refused(err, projection.error());
    const auto offscreen = Offscreen::create();
    if (!offscreen) return refused(err, offscreen.error());
    auto scene = layers::Scene::create({commandLine.shaderDir, paths.fonts, paths.milsymbol, paths.cache.empty() ? paths.cache : paths.cache / "symbols", {}});
    if (!scene) return refused(err, scene.error());
    sources.waitForAll();

    const layers::Stage stage = firstStage(commandLine, **document, *projection, sources, commandLine.size.value_or(kDefaultSize));
    const auto png = pictureOf(**scene, {*document, stage, sources.contents(), &projection->math()});
    if (!png) return refused(err, png.error());
    if (const auto failed = writeAll(commandLine, *png, (*scene)->drawList())) return refused(err, *failed);
    int problems = reportProblems(**document, sources, err);
    if (const auto error = (*scene)->symbolError()) {
        err << error->text << "\n";
        ++problems;
    }
    return problems > 0 ? exit_code::kLeftOut : exit_code::kDone;
}

}  // namespace viewer
