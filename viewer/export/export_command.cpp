#include "viewer/export/export_command.hpp"

#include <set>

#include "geodata/crs/crs_file.hpp"
#include "geodata/store/write_file.hpp"
#include "layers/scene/scene.hpp"
#include "viewer/export/offscreen.hpp"
#include "viewer/export/picture.hpp"
#include "viewer/export/picture_notes.hpp"
#include "viewer/export/world_file.hpp"
#include "viewer/session/open_document.hpp"
#include "viewer/session/settings.hpp"

namespace viewer {
namespace {

constexpr layers::ScreenSize kDefaultSize{1920, 1080};

int refused(std::ostream& err, const geodata::Error& error) {
    err << error.text << "\n";
    return exit_code::kRefused;
}

geodata::Status writeText(const std::filesystem::path& path, const std::string& text) { return geodata::writeFile(path, std::as_bytes(std::span(text))); }

// World file and .prj beside the picture.
geodata::Status writePlace(const std::filesystem::path& picture, const layers::Document& document, const layers::MapView& view) {
    const auto crs = geodata::crsFileOf(document.crs);
    if (!crs) return crs.error();
    if (auto failed = writeText(worldFileName(picture), worldFileText(view, crs->metresPerUnit))) return failed;
    return writeText(std::filesystem::path(picture).replace_extension(".prj"), crs->wkt);
}

// The scene is drawn once, however many files are made of it.
geodata::Status writePictures(const CommandLine& commandLine, layers::Scene& scene, const layers::SceneInput& input) {
    const PictureHead head{input.stage.view.size, input.stage.dpi, notesOf(*input.document, input.stage)};
    std::vector<std::unique_ptr<PictureWriter>> writers;
    for (const auto& output : commandLine.outputs) {
        auto writer = writerFor(output, head);
        if (!writer) return writer.error();
        writers.push_back(std::move(*writer));
    }
    if (auto failed = drawPicture(scene, input, writers)) return failed;
    for (std::size_t i = 0; i < writers.size(); ++i) {
        const auto file = writers[i]->finish();
        if (!file) return file.error();
        if (auto failed = geodata::writeFile(commandLine.outputs[i], *file)) return failed;
        if (!commandLine.worldFile) continue;
        if (auto failed = writePlace(commandLine.outputs[i], *input.document, input.stage.view)) return failed;
    }
    return commandLine.dumpDrawlist.empty() ? geodata::Status() : writeText(commandLine.dumpDrawlist, layers::dumped(scene.drawList()));
}

// What an extent on the command line leaves to be seen, with a margin for wide lines and names; otherwise the whole layers
// decide the view.
std::optional<geodata::LonLatBox> windowOf(const CommandLine& commandLine, const layers::Document& document, const Projection& projection, const Sources& sources) {
    if (!commandLine.extent) return {};
    const geodata::MapBox seen = firstStage(commandLine, document, projection, sources, commandLine.size.value_or(kDefaultSize)).view.box();
    return projection.degreesOf(geodata::grown(seen, std::max(seen.width(), seen.height()) / 10));
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
    const auto projection = Projection::of((*document)->crs);
    if (!projection) return refused(err, projection.error());
    sources.open(**document, windowOf(commandLine, **document, *projection, sources));  // reads while display and shaders start
    const auto offscreen = Offscreen::create();
    if (!offscreen) return refused(err, offscreen.error());
    auto scene = layers::Scene::create({commandLine.shaderDir, paths.fonts, paths.milsymbol, paths.cache.empty() ? paths.cache : paths.cache / "symbols", {}});
    if (!scene) return refused(err, scene.error());
    sources.waitForAll();

    const layers::Stage stage = firstStage(commandLine, **document, *projection, sources, commandLine.size.value_or(kDefaultSize));
    if (const auto failed = writePictures(commandLine, **scene, {*document, stage, sources.contents(), &projection->math()})) return refused(err, *failed);
    int problems = reportProblems(**document, sources, err);
    if (const auto error = (*scene)->symbolError()) {
        err << error->text << "\n";
        ++problems;
    }
    return problems > 0 ? exit_code::kLeftOut : exit_code::kDone;
}

}  // namespace viewer
