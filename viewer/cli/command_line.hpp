#pragma once
// What the user asked for on the command line, as a value: nothing is printed, opened or ended here. Any thread.

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geodata/result/result.hpp"
#include "viewer/cli/argument_values.hpp"
#include "viewer/cli/layer_edits.hpp"

namespace viewer {

// Exit codes of every action; of several the highest. 3 to 5 are check's alone.
namespace exit_code {
inline constexpr int kDone = 0, kLeftOut = 1, kRefused = 2, kCrashed = 3, kTooSlow = 4, kOutOfMemory = 5;
}

enum class ProgramAction : std::uint8_t { show, exportPicture, check, bench, cacheList, cacheClear, cacheAdd };

struct CommandLine {
    ProgramAction action = ProgramAction::show;
    std::string help;      // not empty: to be printed, nothing else is to be done
    bool version = false;  // likewise
    bool verbose = false;
    std::vector<std::filesystem::path> files;  // none: the bundled area (show only)

    // show, export, bench
    std::optional<layers::ScreenSize> size;
    std::optional<geodata::LonLatBox> extent;
    std::optional<geodata::LonLat> center;
    std::optional<double> scale;               // n of 1:n
    bool roundScale = false;                   // the next rounder one instead
    std::string date, theme;                   // empty: the area's own; date YYYY-MM-DD
    std::optional<layers::LabelLanguage> language;
    std::optional<layers::GridChoice> grid;            // none: degrees
    std::optional<layers::Amplifiers> amplifiers;      // none: the area's
    std::optional<layers::SymbolColors> symbolColors;  // none: the area's
    std::vector<LayerEdit> layers;
    std::filesystem::path shaderDir;           // empty: the embedded shaders

    // show
    bool fullscreen = false;
    int monitor = 0;                           // from 1; 0: where it was, or the first
    ReloadPolicy reload = ReloadPolicy::automatic;

    // export
    std::string paper, aspect;                   // of the sheet or screen, instead of the size
    std::optional<bool> portrait;
    std::optional<double> dpi;                   // dots per inch on paper; none: a picture for a screen
    std::vector<std::filesystem::path> outputs;  // none: the preset's formats, under names of their own
    std::string preset;                          // empty: none
    std::optional<std::string> subtitle, note, marking;
    std::vector<std::string> marginalia;         // exactly these, or +these and -those
    std::string crs;                             // empty: the area's
    std::optional<std::string> title;            // none: the area's
    bool legend = false;
    bool worldFile = false;
    std::string compareDate;                     // what changed since is marked; empty: nothing is
    std::filesystem::path dumpDrawlist;

    bool json = false;  // check, bench
};

// What it says of the picture's frame.
layers::PictureFrame frameOf(const CommandLine& line);

// `arguments` without the program's name. An error is a sentence for stderr; the program then ends with kRefused.
geodata::Result<CommandLine> parseCommandLine(std::span<const char* const> arguments);

}  // namespace viewer
