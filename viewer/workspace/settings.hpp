// SPDX-License-Identifier: Apache-2.0
#pragma once
// The user's settings file, $XDG_CONFIG_HOME/opsmap/settings.toml: limits of a source, size of the cache, presets.
// The file is optional. Any thread.

#include <filesystem>
#include <iosfwd>
#include <vector>

#include "geodata/link/link_settings.hpp"
#include "geodata/result/result.hpp"
#include "layers/model/picture_preset.hpp"
#include "layers/scene/scene.hpp"
#include "viewer/workspace/paths.hpp"

namespace viewer {

struct Settings {
    geodata::LinkLimits limits;
    std::vector<layers::PicturePreset> presets;
};

// [[preset]] as in area files (layers/area/preset_reader.hpp); [limits] with the names that geodata/link/limits.hpp
// gives; what is not said stays as it is. No file: all as it is. The error names the file with line and column.
geodata::Result<Settings> readSettings(const std::filesystem::path& file);

// The settings of these paths, or the defaults where there are none. What cannot be read is reported on `err`.
Settings settingsOf(const Paths& paths, std::ostream& err);

geodata::LinkSettings linkSettings(const Paths& paths, const Settings& settings);

// How the scene of a window or a picture is to be made. `shaderFolder` empty: the embedded shaders.
layers::SceneSettings sceneSettings(const Paths& paths, const std::filesystem::path& shaderFolder);

}  // namespace viewer
