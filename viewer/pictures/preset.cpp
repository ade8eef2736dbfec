// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/preset.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "layers/model/marginalia_switches.hpp"
#include "layers/scene/marginalia/marking.hpp"

namespace viewer {
namespace {

using layers::PicturePreset;

std::string upperCase(std::string text) {
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

// Of a marking what a file name may hold.
std::string slugOf(const std::string& marking) {
    constexpr std::size_t kMost = 40;
    std::string slug;
    for (const char c : upperCase(marking)) {
        const bool plain = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain) slug += c;
        else if (!slug.empty() && slug.back() != '-') slug += '-';
    }
    slug = slug.substr(0, kMost);
    while (slug.ends_with('-')) slug.pop_back();
    return slug;
}

// The higher marking; `a` where they are as high.
const std::string& higher(const std::string& a, const std::string& b) {
    return layers::markingLevelOf(b) > layers::markingLevelOf(a) ? b : a;
}

}  // namespace

std::vector<PicturePreset> presetsOf(const layers::Document& document, const std::vector<PicturePreset>& users) {
    std::vector<PicturePreset> presets = document.presets;
    for (const PicturePreset& preset : users) {
        const auto same = std::ranges::find(presets, preset.name, &PicturePreset::name);
        if (same != presets.end()) *same = preset;
        else presets.push_back(preset);
    }
    if (presets.empty()) presets.emplace_back().name = "window";
    return presets;
}

geodata::Result<PicturePreset> presetNamed(const std::vector<PicturePreset>& presets, std::string_view name) {
    if (name.empty() && !presets.empty()) return presets.front();
    const auto found = std::ranges::find(presets, name, &PicturePreset::name);
    if (found != presets.end()) return *found;
    std::string names;
    for (const PicturePreset& preset : presets) names += (names.empty() ? "" : ", ") + geodata::quoted(preset.name, 60);
    return geodata::failure("Cannot find the preset", geodata::quoted(name, 60),
                            "neither the area nor your settings have one of that name", "There are " + names + ".");
}

geodata::Result<StageRequest> withPreset(StageRequest request, const PicturePreset& preset,
                                         layers::ScreenSize otherwise) {
    layers::PictureFrame frame = layers::overlaid(preset.frame, request.frame);
    const auto size = layers::sizeOf(frame, otherwise);
    if (!size) return size.error();
    if (const double dpi = layers::dpiOf(frame); dpi > 0) frame.dpi = dpi;
    if (request.center) frame.extent = request.frame.extent;
    request.frame = std::move(frame);
    return request;
}

layers::Stage withPresetMarginalia(layers::Stage stage, const PicturePreset& preset) {
    layers::Marginalia& marginalia = stage.marginalia;
    if (auto switched = layers::withSwitches(marginalia, preset.marginalia))
        marginalia = std::move(*switched);  // names were checked when it was read
    if (!preset.subtitle.empty()) marginalia.subtitle = preset.subtitle;
    if (!preset.note.empty()) marginalia.note = preset.note;
    marginalia.marking = higher(marginalia.marking, preset.marking);
    if (preset.legend) stage.legend = *preset.legend;
    if (preset.grid) stage.grid = preset.grid->shown, stage.gridKind = preset.grid->kind;
    return stage;
}

geodata::Result<layers::Stage> withRequestedMarginalia(layers::Stage stage, const StageRequest& request,
                                                       const PictureRequest& picture) {
    auto marginalia = layers::withSwitches(stage.marginalia, picture.marginalia);
    if (!marginalia) return marginalia.error();
    stage.marginalia = std::move(*marginalia);
    if (picture.subtitle) stage.marginalia.subtitle = *picture.subtitle;
    if (picture.note) stage.marginalia.note = *picture.note;
    if (picture.marking) stage.marginalia.marking = higher(stage.marginalia.marking, *picture.marking);
    if (request.legend) stage.legend = true;
    if (request.grid) stage.grid = request.grid->shown, stage.gridKind = request.grid->kind;
    return stage;
}

layers::Stage pictureStage(layers::Stage stage, const PicturePreset& preset, layers::ScreenSize size,
                           std::optional<layers::MapBox> extent) {
    stage.selectedUnit = stage.hoveredUnit = stage.openStack = {};
    return withPresetMarginalia(layers::framed(std::move(stage), preset.frame, size, extent), preset);
}

layers::DocumentPtr withTitle(const layers::DocumentPtr& document, const std::string& title) {
    if (title.empty()) return document;
    layers::Document other = *document;
    other.title = title;
    return std::make_shared<const layers::Document>(std::move(other));
}

layers::Stage previewOf(layers::Stage picture, layers::ScreenSize room) {
    const layers::ScreenSize size = picture.view.size;
    const double shrunk =
        std::min(static_cast<double>(room.width) / size.width, static_cast<double>(room.height) / size.height);
    const auto side = [&](int px) { return std::max(1, static_cast<int>(std::lround(px * shrunk))); };
    picture.view.size = {side(size.width), side(size.height)};
    picture.view.mPerPx /= shrunk;
    picture.shrunk = shrunk;
    if (picture.dpi > 0) picture.dpi *= shrunk;
    return picture;
}

std::string pictureStem(const layers::Document& document, const layers::Stage& stage, std::time_t now) {
    std::string stem = upperCase(fmt::format("{:%d%H%MZ%b%y}", fmt::gmtime(now)));
    stem += "-" + (document.id.empty() ? "map" : document.id);
    if (const std::string marking = slugOf(layers::markingOf(document, stage)); !marking.empty()) stem += "-" + marking;
    return stem;
}

std::string freeStem(const std::filesystem::path& folder, const std::string& stem,
                     const std::vector<std::string>& formats) {
    const auto taken = [&](const std::string& name) {
        std::error_code ignored;
        return std::ranges::any_of(formats, [&](const std::string& format) {
            return std::filesystem::exists(std::filesystem::symlink_status(folder / (name + "." + format), ignored));
        });
    };
    std::string name = stem;
    for (int i = 2; taken(name); ++i) name = fmt::format("{}-{}", stem, i);
    return name;
}

}  // namespace viewer
