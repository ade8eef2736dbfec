// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/export_command.hpp"

#include <fmt/format.h>

#include <ctime>
#include <iostream>
#include <set>

#include "geodata/crs/crs_file.hpp"
#include "geodata/store/write_file.hpp"
#include "layers/gpu/offscreen.hpp"
#include "layers/orbat/symbol_code.hpp"
#include "layers/paper/paper.hpp"
#include "layers/scene/scene.hpp"
#include "layers/scene/units/unit_text.hpp"
#include "viewer/desktop/exit_code.hpp"
#include "viewer/pictures/open_picture.hpp"
#include "viewer/pictures/pdf.hpp"
#include "viewer/pictures/picture.hpp"
#include "viewer/pictures/picture_format.hpp"
#include "viewer/pictures/picture_notes.hpp"
#include "viewer/pictures/preset.hpp"
#include "viewer/pictures/world_file.hpp"
#include "viewer/workspace/code_check.hpp"
#include "viewer/workspace/file_layers.hpp"
#include "viewer/workspace/loaded_orbats.hpp"
#include "viewer/workspace/settings.hpp"

namespace viewer {
namespace {

constexpr layers::ScreenSize kDefaultSize{1920, 1080};

int refused(std::ostream& err, const geodata::Error& error) {
    err << error.text << "\n";
    return exit_code::kRefused;
}

geodata::Status writeText(const std::filesystem::path& path, const std::string& text) {
    return geodata::writeFile(path, std::as_bytes(std::span(text)));
}

// World file and .prj beside the picture.
geodata::Status writePlace(const std::filesystem::path& picture, const layers::Document& document,
                           const layers::MapView& view) {
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
        if (m_said)
            m_err << fmt::format("\rdrawn: {} %{}", 100L * drawn / all, drawn == all || !goesOn ? "\n" : "")
                  << std::flush;
        return goesOn;
    }

private:
    static constexpr long kBigPicturePx = 32'000'000;  // an A3 sheet at 300 dpi has half of it
    std::ostream& m_err;
    const std::function<bool()>& m_cancelled;
    bool m_said;
};

// What stands in each file beside the picture; names in it depend on the folder.
PictureHead headOf(const std::vector<std::filesystem::path>& files, const layers::SceneInput& input,
                   const std::filesystem::path& output, const Paths& paths) {
    return {input.stage.view.size, input.stage.dpi,
            notesOf(*input.document, input.stage, files, portablePlaceOf(output, paths.areas))};
}

// Pictures of pixels: the scene is drawn once for all of them.
geodata::Status writeRasters(const CommandLine& line, layers::Scene& scene, const layers::SceneInput& input,
                             const Paths& paths, const PicturePlace& place, const GoOn& goOn) {
    std::vector<std::unique_ptr<PictureFile>> files;
    for (const auto& output : line.picture.outputs) {
        if (isPdf(output)) continue;
        auto file = openPictureFile(output, headOf(line.open.files, input, output, paths), place);
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
geodata::Status writePictures(const CommandLine& line, layers::Scene& scene, const layers::SceneInput& input,
                              const Paths& paths, const GoOn& goOn) {
    const PicturePlace place{input.document->crs, input.stage.view, paths.program / "opsmap-loader"};
    scene.finish(input);
    if (!goOn(0, 1)) return layers::pictureGivenUp();
    if (auto failed = writeRasters(line, scene, input, paths, place, goOn)) return failed;
    for (const auto& output : line.picture.outputs) {
        if (isPdf(output))
            if (auto failed =
                    writePdf(output, scene, input, headOf(line.open.files, input, output, paths), place, goOn))
                return failed;
        if (!line.picture.worldFile) continue;
        if (auto failed = writePlace(output, *input.document, input.stage.view)) return failed;
    }
    return line.picture.dumpDrawlist.empty() ? geodata::Status()
                                             : writeText(line.picture.dumpDrawlist, layers::dumped(scene.drawList()));
}

// A frame that is too large for a picture was refused before.
layers::ScreenSize sizeOf(const StageRequest& request) {
    const auto size = layers::sizeOf(request.frame, kDefaultSize);
    return size ? *size : kDefaultSize;
}

// What an extent on the command line leaves to be seen, with a margin for wide lines and names; otherwise the whole
// layers decide the view.
std::optional<geodata::LonLatBox> windowOf(const StageRequest& request, const layers::Document& document,
                                           const Projection& projection, const Sources& sources) {
    if (!request.frame.extent) return {};
    const geodata::MapBox seen = firstStage(request, document, projection, sources, sizeOf(request)).view.box();
    return projection.degreesOf(geodata::grown(seen, std::max(seen.width(), seen.height()) / 10));
}

// What is to be drawn, before anything is read.
struct Task {
    CommandLine line;  // complete: with what the preset or the picture says
    layers::DocumentPtr document{};
    std::optional<Session> picture{};  // that it is to be made again
    std::optional<layers::PicturePreset> preset{};
    std::vector<std::string> remarks{};
    bool missing = false;  // something of the picture is not there any more
};

geodata::Status addPreset(Task& task, const Settings& settings) {
    auto preset = presetNamed(presetsOf(*task.document, settings.presets), task.line.picture.preset);
    if (!preset) return preset.error();
    auto stage = withPreset(std::move(task.line.open.stage), *preset, kDefaultSize);
    if (!stage) return stage.error();
    task.line.open.stage = std::move(*stage);
    if (!task.line.open.title) task.document = withTitle(task.document, preset->title);
    task.preset = std::move(*preset);
    return {};
}

geodata::Result<Task> taskOf(const CommandLine& commandLine, const Paths& paths, const Settings& settings) {
    auto picture = openPicture(commandLine.open, paths);
    if (!picture) return picture.error();
    Task task{.line = commandLine};
    if (*picture) {
        Opened& opened = **picture;
        task.line.open = std::move(opened.request);
        task.document = opened.document;
        task.picture = std::move(opened.session);
        task.remarks = std::move(opened.remarks);
        task.missing = opened.layersMissing;
        layers::PictureFrame& frame = task.line.open.stage.frame;
        const layers::Stage& was = task.picture->stage;
        if (!layers::saysSize(frame)) {
            if (!frame.dpi && was.dpi > 0) frame.dpi = was.dpi;
            frame.size = was.view.size;
        }
    } else {
        auto document = openDocument(commandLine.open, paths);
        if (!document) return document.error();
        task.document = std::move(*document);
    }
    if (commandLine.picture.preset.empty()) return task;
    if (auto failed = addPreset(task, settings)) return *failed;
    return task;
}

geodata::Result<layers::Stage> stageOf(const Task& task, layers::Stage stage) {
    if (task.picture) stage = stageOfPicture(stage, *task.picture, task.line.open.stage);
    if (task.preset) stage = withPresetMarginalia(std::move(stage), *task.preset);
    return withRequestedMarginalia(std::move(stage), task.line.open.stage, task.line.picture);
}

// Without -o the preset's formats, in the folder where one is.
CommandLine withOutputNames(CommandLine line, const Task& task, const layers::Stage& stage) {
    if (!line.picture.outputs.empty() || !task.preset) return line;
    const std::string stem =
        freeStem(".", pictureStem(*task.document, stage, std::time(nullptr)), task.preset->formats);
    for (const std::string& format : task.preset->formats)
        line.picture.outputs.emplace_back(fmt::format("{}.{}", stem, format));
    return line;
}

std::vector<std::shared_ptr<const geodata::Store>> storesOf(const layers::LayerSpec& layer, const Sources& sources) {
    const auto content = sources.contents().find(layer.id);
    return content == sources.contents().end() ? std::vector<std::shared_ptr<const geodata::Store>>()
                                               : content->second.stores;
}

// What the picture's own symbols tell, and milsymbol itself of codes that were not drawn as plain symbols.
layers::CodeKnowledge knowledgeOf(layers::Scene& scene, layers::SymbolColors colors, const Paths& paths) {
    const auto asking = std::make_shared<layers::CodeKnowledge>();
    return [&scene, colors, paths, asking](const std::string& sidc) -> std::optional<bool> {
        if (const auto drawn = scene.symbol(layers::requestOf(sidc, colors))) return drawn->valid;
        if (!*asking) *asking = askingMilsymbol(paths.milsymbol);
        return (*asking)(sidc);
    };
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
        if (layer.kind == layers::LayerKind::units || !isFileLayer(layer)) continue;
        for (const auto& store : storesOf(layer, sources))
            if (const auto codes = layers::unnamedCodes(*store)) say(codes->text);
    }
    LoadedOrbats orbats;
    for (const LoadedOrbat& table : orbats.of(document, sources.contents()))
        for (const auto& warning : table.orbat->warnings) say(warning.text);
    for (const LoadedOrbat& table : orbats.perLayer())
        for (const auto& warning : table.orbat->warnings) say(warning.text);
    return static_cast<int>(said.size());
}

int runExport(const CommandLine& commandLine, const Paths& paths, std::ostream& err,
              const std::function<bool()>& cancelled) {
    const Settings settings = settingsOf(paths, err);
    auto task = taskOf(commandLine, paths, settings);
    if (!task) return refused(err, task.error());
    const CommandLine& line = task->line;
    layers::DocumentPtr& document = task->document;
    for (const std::string& remark : task->remarks) err << remark << "\n";
    geodata::Link link(linkSettings(paths, settings));
    Sources sources(link);
    const auto projection = Projection::of(document->crs);
    if (!projection) return refused(err, projection.error());
    sources.open(*document,
                 windowOf(line.open.stage, *document, *projection, sources));  // reads while display and shaders start
    const auto offscreen = layers::Offscreen::create();
    if (!offscreen) return refused(err, offscreen.error());
    auto scene = layers::Scene::create(sceneSettings(paths, line.open.shaderDir));
    if (!scene) return refused(err, scene.error());
    sources.waitForAll();
    if (cancelled && cancelled()) return refused(err, layers::pictureGivenUp());

    document = withUnitFiles(document, sources);
    const auto stage =
        stageOf(*task, firstStage(line.open.stage, *document, *projection, sources, sizeOf(line.open.stage)));
    if (!stage) return refused(err, stage.error());
    const Progress progress(err, stage->view.size, cancelled);
    const CommandLine named = withOutputNames(line, *task, *stage);
    if (const auto failed =
            writePictures(named, **scene, {document, *stage, sources.contents(), &projection->math()}, paths, progress))
        return refused(err, *failed);
    if (line.picture.outputs.empty())
        for (const auto& file : named.picture.outputs) std::cout << file.string() << "\n";
    int problems = reportProblems(*document, sources, err) + static_cast<int>(task->missing);
    LoadedOrbats orbats;
    CodeCheck codes;
    for (const std::string& fault :
         codes.of(orbats.of(*document, sources.contents()), knowledgeOf(**scene, stage->symbolColors, paths))) {
        err << fault << "\n";
        ++problems;
    }
    if (const auto error = (*scene)->symbolError()) {
        err << error->text << "\n";
        ++problems;
    }
    return problems > 0 ? exit_code::kLeftOut : exit_code::kDone;
}

}  // namespace viewer
