// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the user asked for on the command line, as a value. Parsing prints nothing, opens nothing and ends nothing.
// Any thread.

#include <cstdint>
#include <span>
#include <string>

#include "geodata/result/result.hpp"
#include "viewer/app/window_request.hpp"
#include "viewer/pictures/picture_request.hpp"
#include "viewer/workspace/open_request.hpp"

namespace viewer {

enum class ProgramAction : std::uint8_t { show, exportPicture, check, bench, cacheList, cacheClear, cacheAdd };

struct CommandLine {
    ProgramAction action = ProgramAction::show;
    std::string help;      // not empty: to be printed, nothing else is to be done
    bool version = false;  // likewise
    bool verbose = false;
    bool json = false;       // check, bench
    OpenRequest open;        // all; of its stage check and cache use nothing
    WindowRequest window;    // show
    PictureRequest picture;  // export; of bench the outputs
};

// `arguments` without the program's name. An error is a sentence for stderr; the program then ends with kRefused.
geodata::Result<CommandLine> parseCommandLine(std::span<const char* const> arguments);

}  // namespace viewer
