// SPDX-License-Identifier: Apache-2.0
#pragma once
// The session: everything that the next start restores, as one value, and its text (TOML with a version number).
// Reading is strict: a text that is not fully understood is refused, so a damaged file never gives half a session.
// Any thread.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/model/stage.hpp"
#include "viewer/session/differences.hpp"

namespace viewer {

struct WindowPlace {  // pixels of the screen
    int x = 0, y = 0;
    layers::ScreenSize size;

    bool operator==(const WindowPlace&) const = default;
};

struct Session {
    std::vector<std::filesystem::path> files;  // what was opened, absolute; none: the bundled area
    std::optional<WindowPlace> window;         // none: it never had one of its own
    bool fullscreen = false;
    std::string crs;       // that the view is in
    std::string areaDate;  // the area's own date when `stage.date` was chosen
    layers::Stage stage;   // date empty: the area's. What is selected, hovered or fanned out is not kept
    bool showLayers = true, hidePanels = false;
    Differences differences;
    std::string preset;  // the last one that a picture was made with

    bool operator==(const Session&) const = default;
};

std::string sessionText(const Session& session);
// `Cannot read session "…": line 3, column 1: …`
geodata::Result<Session> parseSession(std::string_view text, const std::filesystem::path& file);

}  // namespace viewer
