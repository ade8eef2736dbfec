#include "viewer/export/export_command.hpp"

#include <fmt/format.h>

#include <ctime>
#include <iostream>
#include <set>

#include "geodata/crs/crs_file.hpp"
#include "geodata/store/write_file.hpp"
#include "layers/paper/paper.hpp"
#include "layers/scene/scene.hpp"
#include "viewer/cli/picture_name.hpp"
#include "viewer/export/offscreen.hpp"
#include "viewer/export/pdf.hpp"
#include "viewer/export/picture.hpp"
#include "viewer/export/preset.hpp"
#include "viewer/export/world_file.hpp"
#include "viewer/session/open_picture.hpp"
#include "viewer/session/picture_notes.hpp"
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

// What stands in each file beside the picture; names in it depend on the folder.
PictureHead headOf(const CommandLine& commandLine, const layers::SceneInput& input, const std::filesystem::path& output, const Paths& paths) {
    return {input.stage.view.size, input.stage.dpi, notesOf(*input.document, input.stage, commandLine.files, portablePlaceOf(output, paths.areas))};
}

// Pictures of pixels: the scene is drawn once for all of them.
geodata::Status writeRasters(const CommandLine& commandLine, layers::Scene& scene, const layers::SceneInput& input, const Paths& paths, const PicturePlace& place, const GoOn& goOn) {
    std::vector<std::unique_ptr<PictureFile>> files;
    for (const auto& output : commandLine.outputs) {
        if (isPdf(output)) continue;
        auto file = openPictureFile(output, headOf(commandLine, input, output, paths), place);
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
geodata::Status writePictures(const CommandLine& commandLine, layers::Scene& scene, const layers::SceneInput& input, const Paths& paths, const GoOn& goOn) {
    const PicturePlace place{input.document->crs, input.stage.view, paths.program / "opsmap-loader"};
    scene.finish(input);
    if (!goOn(0, 1)) return layers::pictureGivenUp();
    if (auto failed = writeRasters(commandLine, scene, input, paths, place, goOn)) return failed;
    for (const auto& output : commandLine.outputs) {
        if (isPdf(output))
            if (auto failed = writePdf(output, scene, input, headOf(commandLine, input, output, paths), place, goOn)) return failed;
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

// What is to be drawn, before anything is read.
struct Task {
    CommandLine line;                       // complete: with what the preset or the picture says
    layers::DocumentPtr document;
    std::optional<Session> picture;         // that it is to be made again
    std::optional<layers::PicturePreset> preset;
    std::vector<std::string> remarks;
    bool missing = false;                   // something of the picture is not there any more
};

geodata::Status addPreset(Task& task, const Paths& paths) {
    const auto settings = paths.config.empty() ? geodata::Result<Settings>(Settings{}) : readSettings(paths.config / "settings.toml");
    if (!settings) return settings.error();
    auto preset = presetNamed(presetsOf(*task.document, settings->presets), task.line.preset);
    if (!preset) return preset.error();
    auto line = withPreset(std::move(task.line), *preset, kDefaultSize);
    if (!line) return line.error();
    task.line = std::move(*line);
    if (!task.line.title) task.document = titled(task.document, preset->title);
    task.preset = std::move(*preset);
    return {};
}

geodata::Result<Task> taskOf(const CommandLine& commandLine, const Paths& paths) {
    auto picture = openPicture(commandLine, paths);
    if (!picture) return picture.error();
    Task task{commandLine, {}, {}, {}, {}};
    if (*picture) {
        task = {std::move((*picture)->commandLine), (*picture)->document, (*picture)->session, {}, std::move((*picture)->remarks), (*picture)->layersMissing};
        const layers::Stage& was = task.picture->stage;
        if (!task.line.size && !task.line.dpi && was.dpi > 0) task.line.dpi = was.dpi;
        if (!task.line.size) task.line.size = was.view.size;
    } else {
        auto document = openDocument(commandLine, paths);
        if (!document) return document.error();
        task.document = std::move(*document);
    }
    if (commandLine.preset.empty()) return task;
    if (auto failed = addPreset(task, paths)) return *failed;
    return task;
}

geodata::Result<layers::Stage> stageOf(const Task& task, layers::Stage stage) {
    if (task.picture) stage = pictured(stage, *task.picture, task.line);
    if (task.preset) stage = dressed(std::move(stage), *task.preset);
    return dressed(std::move(stage), task.line);
}

// Without -o the preset's formats, in the folder where one is.
CommandLine withNames(CommandLine line, const Task& task, const layers::Stage& stage) {
    if (!line.outputs.empty() || !task.preset) return line;
    const std::string stem = freeStem(".", pictureStem(*task.document, stage, std::time(nullptr)), task.preset->formats);
    for (const std::string& format : task.preset->formats) line.outputs.emplace_back(stem + "." + format);
    return line;
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
    auto task = taskOf(commandLine, paths);
    if (!task) return refused(err, task.error());
    const CommandLine& line = task->line;
    layers::DocumentPtr& document = task->document;
    for (const std::string& remark : task->remarks) err << remark << "\n";
    geodata::Link link(linkSettings(paths));
    Sources sources(link);
    const auto projection = Projection::of(document->crs);
    if (!projection) return refused(err, projection.error());
    sources.open(*document, windowOf(line, *document, *projection, sources));  // reads while display and shaders start
    const auto offscreen = Offscreen::create();
    if (!offscreen) return refused(err, offscreen.error());
    auto scene = layers::Scene::create(sceneSettings(paths, line.shaderDir));
    if (!scene) return refused(err, scene.error());
    sources.waitForAll();
    if (cancelled && cancelled()) return refused(err, layers::pictureGivenUp());

    document = withUnitFiles(document, sources);
    const auto stage = stageOf(*task, firstStage(line, *document, *projection, sources, line.size.value_or(kDefaultSize)));
    if (!stage) return refused(err, stage.error());
    const Progress progress(err, stage->view.size, cancelled);
    const CommandLine named = withNames(line, *task, *stage);
    if (const auto failed = writePictures(named, **scene, {document, *stage, sources.contents(), &projection->math()}, paths, progress)) return refused(err, *failed);
    if (line.outputs.empty())
        for (const auto& file : named.outputs) std::cout << file.string() << "\n";
    int problems = reportProblems(*document, sources, err) + static_cast<int>(task->missing);
    if (const auto error = (*scene)->symbolError()) {
        err << error->text << "\n";
        ++problems;
    }
    return problems > 0 ? exit_code::kLeftOut : exit_code::kDone;
}

}  // namespace viewer
