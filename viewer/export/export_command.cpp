#include "viewer/export/export_command.hpp"

#include <fmt/format.h>

#include <set>

#include "geodata/crs/crs_file.hpp"
#include "geodata/store/write_file.hpp"
#include "layers/paper/paper.hpp"
#include "layers/scene/scene.hpp"
#include "viewer/cli/picture_name.hpp"
#include "viewer/export/offscreen.hpp"
#include "viewer/export/pdf.hpp"
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

bool isPdf(const std::filesystem::path& file) {
    const auto format = pictureFormatOf(file);
    return format && *format == PictureFormat::pdf;
}

// How far a big picture is, in one line that is written over itself.
class Progress {
public:
    Progress(std::ostream& err, layers::ScreenSize size, const std::function<bool()>& cancelled)
        : m_err(err), m_cancelled(cancelled), m_said(static_cast<long>(size.width) * size.height >= kBigPicturePx) {}

    bool operator()(int drawn, int all) const {
        const bool goesOn = !m_cancelled || !m_cancelled();
        if (m_said) m_err << fmt::format("\rdrawn: {} %{}", 100L * drawn / all, drawn == all || !goesOn ? "\n" : "") << std::flush;
        return goesOn;
    }

private:
    static constexpr long kBigPicturePx = 32'000'000;  // an A3 sheet at 300 dpi has half of it
    std::ostream& m_err;
    const std::function<bool()>& m_cancelled;
    bool m_said;
};

// Pictures of pixels: the scene is drawn once for all of them.
geodata::Status writeRasters(const CommandLine& commandLine, layers::Scene& scene, const layers::SceneInput& input, const PictureHead& head, const PicturePlace& place, const GoOn& goOn) {
    std::vector<std::unique_ptr<PictureFile>> files;
    for (const auto& output : commandLine.outputs) {
        if (isPdf(output)) continue;
        auto file = openPictureFile(output, head, place);
        if (!file) return file.error();
        files.push_back(std::move(*file));
    }
    if (files.empty()) return {};
    if (auto failed = drawPicture(scene, input, files, goOn)) return failed;
    for (const auto& file : files)
        if (auto failed = file->finish()) return failed;
    return {};
}

// All are made of one placement.
geodata::Status writePictures(const CommandLine& commandLine, layers::Scene& scene, const layers::SceneInput& input, const PicturePlace& place, const GoOn& goOn) {
    const PictureHead head{input.stage.view.size, input.stage.dpi, notesOf(*input.document, input.stage)};
    scene.finish(input);
    if (!goOn(0, 1)) return layers::pictureGivenUp();
    if (auto failed = writeRasters(commandLine, scene, input, head, place, goOn)) return failed;
    for (const auto& output : commandLine.outputs) {
        if (isPdf(output))
            if (auto failed = writePdf(output, scene, input, head, place, goOn)) return failed;
        if (!commandLine.worldFile) continue;
        if (auto failed = writePlace(output, *input.document, input.stage.view)) return failed;
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

int runExport(const CommandLine& commandLine, const Paths& paths, std::ostream& err, const std::function<bool()>& cancelled) {
    const auto document = openDocument(commandLine, paths);
    if (!document) return refused(err, document.error());
    geodata::Link link(linkSettings(paths));
    Sources sources(link);
    const auto projection = Projection::of((*document)->crs);
    if (!projection) return refused(err, projection.error());
    sources.open(**document, windowOf(commandLine, **document, *projection, sources));  // reads while display and shaders start
    const auto offscreen = Offscreen::create();
    if (!offscreen) return refused(err, offscreen.error());
    auto scene = layers::Scene::create({commandLine.shaderDir, paths.fonts, paths.milsymbol, paths.cache.empty() ? paths.cache : paths.cache / "symbols", {}, paths.magnetic});
    if (!scene) return refused(err, scene.error());
    sources.waitForAll();
    if (cancelled && cancelled()) return refused(err, layers::pictureGivenUp());

    const layers::Stage stage = firstStage(commandLine, **document, *projection, sources, commandLine.size.value_or(kDefaultSize));
    const PicturePlace place{(*document)->crs, stage.view, paths.program / "opsmap-loader"};
    const Progress progress(err, stage.view.size, cancelled);
    if (const auto failed = writePictures(commandLine, **scene, {*document, stage, sources.contents(), &projection->math()}, place, progress)) return refused(err, *failed);
    int problems = reportProblems(**document, sources, err);
    if (const auto error = (*scene)->symbolError()) {
        err << error->text << "\n";
        ++problems;
    }
    return problems > 0 ? exit_code::kLeftOut : exit_code::kDone;
}

}  // namespace viewer
