// SPDX-License-Identifier: Apache-2.0
#include "viewer/cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <functional>

#include "layers/model/marginalia_switches.hpp"
#include "viewer/cli/argument_values.hpp"
#include "viewer/pictures/picture_format.hpp"

namespace viewer {
namespace {

using geodata::Error;
using geodata::failure;
using geodata::Result;
using geodata::Status;
namespace fs = std::filesystem;

constexpr const char* kOverview = R"(opsmap: a map for operational areas

opsmap [AREA.toml | FILE…]            opens the map; without a file the bundled UNIFIL area
opsmap export AREA|FILE… -o OUT.png   writes a picture
opsmap check AREA|FILE… [--json]      opens everything, draws nothing, says what was found
opsmap bench AREA|FILE… [--json]      flies over the data and says how fast that was
opsmap cache list|clear               the prepared stores and symbols
opsmap cache add AREA|FILE…           prepares them before they are needed
Each has its own --help.
)";
constexpr const char* kExitCodes =
    "Exit codes: 0 done; 1 done, but something was left out; 2 refused, wrong usage or no display.";
constexpr const char* kCheckExitCodes =
    "Exit codes: 0 all was read; 1 something was left out; 2 refused; 3 the reader crashed; 4 too slow; 5 out of "
    "memory. "
    "Of several files the highest.";

struct ActionWord {
    std::string_view word;
    ProgramAction action;
};
constexpr std::array<ActionWord, 4> kActionWords{{{"export", ProgramAction::exportPicture},
                                                  {"check", ProgramAction::check},
                                                  {"bench", ProgramAction::bench},
                                                  {"cache", ProgramAction::cacheList}}};

// Texts of options whose values are read by functions of ours, for the sake of their sentences.
struct RawStage {
    std::string size, extent, center, scale, date, language, grid, amplifiers, symbolColors;
    std::vector<std::string> compare;
};
struct RawPicture {
    std::vector<std::string> outputs;
    std::string paper, aspect, dpi, dumpDrawlist, subtitle, note, marking, marginalia;
    bool landscape = false, portrait = false;
};
struct RawValues {
    std::vector<std::string> files;
    std::string layers, reload, shaderDir, title, cacheAction;
    bool hasTitle = false, hasMarginalia = false;
    RawStage stage;
    RawPicture picture;
};

std::string nameOf(ProgramAction action) {
    const auto found = std::ranges::find(kActionWords, action, &ActionWord::action);
    return found == kActionWords.end() ? "opsmap" : fmt::format("opsmap {}", found->word);
}

Error usageError(ProgramAction action, std::string_view subject, std::string_view reason) {
    return failure("Cannot follow the command line:", subject, reason, fmt::format("See {} --help.", nameOf(action)));
}

std::string allMarginalia() {
    std::string names;
    for (const auto& one : layers::kMarginaliaSwitches) names += (names.empty() ? "" : ", ") + std::string(one.name);
    return names;
}

void addViewOptions(CLI::App& app, RawValues& raw, CommandLine& line) {
    app.add_option("--size", raw.stage.size, "pixels, WIDTHxHEIGHT, each side up to 16384");
    app.add_option("--extent", raw.stage.extent, "W,S,E,N in degrees; W > E crosses 180 degrees");
    app.add_option("--center", raw.stage.center, "LON,LAT in degrees");
    app.add_option("--scale", raw.stage.scale, "scale denominator n of 1:n; round: rounded up");
    app.add_option("--date", raw.stage.date, "YYYY-MM-DD: units as of that day");
    app.add_option("--theme", line.open.theme, "a named set of visible layers of the area");
    app.add_option("--layers", raw.layers, "a,b: exactly these; -a,+b: the area's choice without a and with b");
    app.add_option("--lang", raw.stage.language, "language of labels: latin, arabic or both");
    app.add_option("--grid", raw.stage.grid, "none, geo (degrees), mgrs or utm");
    app.add_option("--amplifiers", raw.stage.amplifiers, "symbol labels: none, name, name-and-higher or all");
    app.add_option("--symbol-colors", raw.stage.symbolColors, "symbol colours: light, medium or dark");
    app.add_option("--shader-dir", raw.shaderDir, "reads the shaders from this folder");
}

void addExportOptions(CLI::App& app, RawValues& raw, CommandLine& line) {
    app.add_option("-o,--output", raw.picture.outputs,
                   "the picture to write: .png, .jpg, .webp, .tif (GeoTIFF) or .pdf; may be given several times")
        ->allow_extra_args(false);
    app.add_option("--preset", line.picture.preset,
                   "a named way to make pictures, of the area file or of your settings.toml; without -o it names the "
                   "files itself");
    app.add_option("--paper", raw.picture.paper, "A4, A3, A2, A1 or A0, landscape; instead of --size");
    app.add_option("--aspect", raw.picture.aspect, "16:9, 4:3 or 1:1, with 2160 rows; instead of --size");
    app.add_flag("--landscape", raw.picture.landscape, "landscape");
    app.add_flag("--portrait", raw.picture.portrait, "portrait");
    app.add_option("--dpi", raw.picture.dpi,
                   "dots per inch on paper (with --paper 300); --scale is then true on the sheet");
    app.add_option("--crs", line.open.crs, "coordinate system of the picture, for example EPSG:32636");
    app.add_option("--title", raw.title, "title of the picture")->each([&raw](const std::string&) {
        raw.hasTitle = true;
    });
    app.add_option("--subtitle", raw.picture.subtitle, "a line under the title");
    app.add_option("--note", raw.picture.note, "the author's note");
    app.add_option("--marking", raw.picture.marking, "raises the marking; it can never be lowered");
    app.add_option("--marginalia", raw.picture.marginalia,
                   "a,b: exactly these; none; -a,+b: the preset's choice without a and with b; of " + allMarginalia())
        ->each([&raw](const std::string&) { raw.hasMarginalia = true; });
    app.add_flag("--world-file", line.picture.worldFile, "also writes world file and .prj beside the picture");
    app.add_flag("--legend", line.open.stage.legend, "draws the legend of what is visible");
    app.add_option("--compare", raw.stage.compare,
                   "DATE1 DATE2: shows DATE2 and marks arrivals, departures and moves since DATE1")
        ->expected(2);
    app.add_option("--dump-drawlist", raw.picture.dumpDrawlist, "also writes what is drawn, as text, to this file");
}

void addBenchOptions(CLI::App& app, RawValues& raw, CommandLine& line) {
    app.add_option("-o,--output", raw.picture.outputs, "also writes the frame times as a picture, .png")
        ->allow_extra_args(false);
    app.add_option("--crs", line.open.crs, "coordinate system of the map, for example EPSG:32636");
}

void addWindowOptions(CLI::App& app, RawValues& raw, CommandLine& line) {
    app.add_flag("--fullscreen", line.window.fullscreen, "starts on the whole screen");
    app.add_option("--monitor", line.window.monitor, "starts on the monitor of this number, from 1")
        ->check(CLI::PositiveNumber);
    app.add_option("--reload", raw.reload, "files that change while they are shown: auto, ask or off");
}

void addOptions(CLI::App& app, RawValues& raw, CommandLine& line) {
    app.add_flag(
        "--verbose", line.verbose,
        "says more on stderr: with --version the protection of the file readers, after a window its frame times");
    app.add_option("--source-crs", line.open.sourceCrs,
                   "coordinate system of the data files, for example EPSG:32636, where they name none or a wrong one");
    if (line.action == ProgramAction::cacheList) {
        app.add_option("action", raw.cacheAction, "list, clear or add");
        app.add_option("files", raw.files, "add: an area file (.toml), or data files of any kind");
        return;
    }
    app.add_option("files", raw.files, "an area file (.toml), or data files of any kind");
    if (line.action == ProgramAction::check || line.action == ProgramAction::bench)
        app.add_flag("--json", line.json, "prints JSON");
    if (line.action != ProgramAction::check) addViewOptions(app, raw, line);
    if (line.action == ProgramAction::bench) addBenchOptions(app, raw, line);
    if (line.action == ProgramAction::exportPicture) addExportOptions(app, raw, line);
    if (line.action != ProgramAction::show) return;
    addWindowOptions(app, raw, line);
    app.add_flag("--version", line.version, "prints the version");
}

// CLI11 throws; its exceptions end here.
Status runParser(CLI::App& app, std::vector<std::string> arguments, CommandLine& line) {
    std::ranges::reverse(arguments);
    try {
        app.parse(arguments);
    } catch (const CLI::CallForHelp&) {
        line.help = (line.action == ProgramAction::show ? kOverview + std::string("\n") : std::string()) + app.help();
    } catch (const CLI::ParseError& error) {
        return usageError(line.action, "opsmap", error.what());
    } catch (const std::exception& error) {
        return usageError(line.action, "opsmap", error.what());
    }
    auto extras = app.remaining();
    std::erase(extras, "--");  // the mark that ends the options is among them
    if (line.help.empty() && !extras.empty())
        return usageError(line.action, geodata::quoted(extras.front(), 60), "there is no such option here");
    return {};
}

// Reads an option that was given; `to` takes the value.
template <class Value, class Target>
Status take(const std::string& text, Result<Value> (*parse)(std::string_view), Target& to) {
    if (text.empty()) return {};
    auto value = parse(text);
    if (!value) return value.error();
    to = std::move(*value);
    return {};
}

Status takeScale(const RawValues& raw, CommandLine& line) {
    line.open.stage.frame.roundScale = raw.stage.scale == "round";
    return line.open.stage.frame.roundScale ? Status() : take(raw.stage.scale, parseScale, line.open.stage.frame.scale);
}

// Paper and aspect must go together, and must not be larger than a picture may be.
Status takePaper(const RawValues& raw, CommandLine& line) {
    layers::PictureFrame& frame = line.open.stage.frame;
    if (Status status = take(raw.picture.dpi, parseDpi, frame.dpi)) return status;
    if (Status status = take(raw.picture.aspect, parseAspect, frame.aspect)) return status;
    if (raw.picture.landscape && raw.picture.portrait)
        return usageError(line.action, "--portrait", "--landscape is given as well");
    if ((raw.picture.landscape || raw.picture.portrait) && raw.picture.paper.empty() && raw.picture.aspect.empty() &&
        line.picture.preset.empty())
        return usageError(line.action, raw.picture.portrait ? "--portrait" : "--landscape",
                          "it needs a paper or an aspect: add --paper, --aspect or --preset");
    if (raw.picture.landscape || raw.picture.portrait) frame.portrait = raw.picture.portrait;
    for (const auto& [option, given] :
         {std::pair{"--paper", !raw.picture.paper.empty()}, std::pair{"--aspect", !raw.picture.aspect.empty()}})
        if (given && frame.size)
            return usageError(line.action, option, "it already gives the size; --size cannot be added");
    if (!raw.picture.paper.empty() && !raw.picture.aspect.empty())
        return usageError(line.action, "--paper", "it already gives the size; --aspect cannot be added");
    if (!raw.picture.paper.empty()) {
        const auto paper = parsePaper(raw.picture.paper);
        if (!paper) return paper.error();
        frame.paper = paper->sheet;
        frame.portrait = frame.portrait.value_or(paper->portrait);
        frame.dpi = frame.dpi.value_or(layers::kPaperDpi);
    }
    if (frame.paper.empty() && frame.aspect.empty()) return {};
    const auto size = layers::sizeOf(frame, {});
    return size ? Status() : Status(size.error());
}

// The first day is compared with, the second is shown.
Status takeComparison(const RawValues& raw, CommandLine& line) {
    if (raw.stage.compare.empty()) return {};
    if (!line.open.stage.date.empty())
        return usageError(line.action, "--compare", "its second day is the one that is shown, --date cannot be added");
    if (Status status = take(raw.stage.compare[0], parseDate, line.open.stage.compareDate)) return status;
    return take(raw.stage.compare[1], parseDate, line.open.stage.date);
}

// An empty list is a list: of none.
Status takeMarginalia(const RawValues& raw, CommandLine& line) {
    const std::string& given = raw.picture.marginalia;
    return take(given.empty() ? std::string(layers::kNoMarginalia) : given, parseMarginalia, line.picture.marginalia);
}

Status takeValues(const RawValues& raw, CommandLine& line) {
    for (const std::string& file : raw.files) line.open.files.emplace_back(file);
    for (const std::string& output : raw.picture.outputs) line.picture.outputs.emplace_back(output);
    line.open.shaderDir = raw.shaderDir;
    line.picture.dumpDrawlist = raw.picture.dumpDrawlist;
    if (raw.hasTitle) line.open.title = raw.title;
    if (!raw.picture.subtitle.empty()) line.picture.subtitle = raw.picture.subtitle;
    if (!raw.picture.note.empty()) line.picture.note = raw.picture.note;
    if (!raw.picture.marking.empty()) line.picture.marking = raw.picture.marking;
    const std::function<Status()> steps[] = {
        [&] { return take(raw.stage.size, parseSize, line.open.stage.frame.size); },
        [&] { return take(raw.stage.extent, parseExtent, line.open.stage.frame.extent); },
        [&] { return take(raw.stage.center, parseCenter, line.open.stage.center); },
        [&] { return takeScale(raw, line); },
        [&] { return take(raw.stage.date, parseDate, line.open.stage.date); },
        [&] { return take(raw.stage.language, parseLanguage, line.open.stage.language); },
        [&] { return take(raw.stage.grid, parseGrid, line.open.stage.grid); },
        [&] { return raw.hasMarginalia ? takeMarginalia(raw, line) : Status(); },
        [&] { return take(raw.stage.amplifiers, parseAmplifiers, line.open.stage.amplifiers); },
        [&] { return take(raw.stage.symbolColors, parseSymbolColors, line.open.stage.symbolColors); },
        [&] { return take(raw.layers, parseLayerEdits, line.open.layers); },
        [&] { return take(raw.reload, parseReload, line.window.reload); }};
    for (const auto& step : steps)
        if (Status status = step()) return status;
    if (Status status = takeComparison(raw, line)) return status;
    return takePaper(raw, line);
}

Status checkOutputs(const CommandLine& line) {
    if (line.picture.outputs.empty() && line.picture.preset.empty())
        return usageError(line.action, "opsmap export", "it is not said where the picture is to go (-o OUT.png)");
    for (const fs::path& output : line.picture.outputs)
        if (const auto format = pictureFormatOf(output); !format) return format.error();
        else if (line.picture.worldFile && *format != PictureFormat::png && *format != PictureFormat::jpeg)
            return usageError(line.action, "--world-file", "only .png and .jpg pictures have one");
    return {};
}

Status takeCacheAction(const RawValues& raw, CommandLine& line) {
    if (raw.cacheAction == "clear") line.action = ProgramAction::cacheClear;
    else if (raw.cacheAction == "add") line.action = ProgramAction::cacheAdd;
    else if (raw.cacheAction != "list")
        return usageError(ProgramAction::cacheList, geodata::quoted(raw.cacheAction, 60),
                          "it is neither list, clear nor add");
    if (line.open.files.empty() == (line.action == ProgramAction::cacheAdd))
        return usageError(ProgramAction::cacheList, fmt::format("opsmap cache {}", raw.cacheAction),
                          line.open.files.empty() ? "it is not said which area or file" : "it takes no files");
    return {};
}

// What the options must be together.
Status checkWhole(const RawValues& raw, CommandLine& line) {
    if (line.action == ProgramAction::cacheList) return takeCacheAction(raw, line);
    if (line.action != ProgramAction::show && line.open.files.empty())
        return usageError(line.action, nameOf(line.action), "it is not said which area or file");
    if (line.open.stage.frame.extent && (line.open.stage.center || line.open.stage.frame.scale))
        return usageError(line.action, "--extent",
                          "it says the place and the scale already, --center and --scale cannot be added");
    return line.action == ProgramAction::exportPicture ? checkOutputs(line) : Status();
}

}  // namespace

Result<CommandLine> parseCommandLine(std::span<const char* const> arguments) {
    std::vector<std::string> texts(arguments.begin(), arguments.end());
    CommandLine line;
    const auto word =
        texts.empty() ? kActionWords.end() : std::ranges::find(kActionWords, texts.front(), &ActionWord::word);
    if (word != kActionWords.end()) {
        line.action = word->action;
        texts.erase(texts.begin());
    }
    RawValues raw;
    CLI::App app("", nameOf(line.action));
    app.set_help_flag("-h,--help", "prints this");
    app.footer(line.action == ProgramAction::check ? kCheckExitCodes : kExitCodes);
    app.allow_extras();
    addOptions(app, raw, line);
    if (Status status = runParser(app, std::move(texts), line)) return *status;
    line.window.verbose = line.verbose;
    if (!line.help.empty() || line.version) return line;
    if (Status status = takeValues(raw, line)) return *status;
    if (Status status = checkWhole(raw, line)) return *status;
    return line;
}

}  // namespace viewer
