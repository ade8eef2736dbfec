// SPDX-License-Identifier: Apache-2.0
#include "tests/viewer/panels/driven_panels.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <map>

#include "geodata/result/overloaded.hpp"

namespace panels_test {
namespace {

using namespace viewer;

constexpr int kMostFrames = 60;

// Of the test area; read once for all tests.
const Sources& sourcesOf(const layers::Document& document) {
    static geodata::Link link({.loaderProgram = OPSMAP_LOADER, .cacheFolder = {}, .limits = {}, .wake = {}});
    static Sources sources(link);
    static const bool read = [&] {
        sources.open(document);
        sources.waitForAll();
        return true;
    }();
    return read ? sources : sources;
}

layers::LayerSpec layer(std::string id, std::string group, layers::LayerKind kind, const std::string& source = {}) {
    layers::LayerSpec spec;
    spec.title = "The " + id;
    spec.id = std::move(id);
    spec.group = std::move(group);
    spec.kind = kind;
    if (!source.empty()) spec.source = std::string(OPSMAP_SOURCE_DIR) + "/tests/data/" + source;
    return spec;
}

layers::Document testDocument() {
    layers::Document document;
    document.crs = "EPSG:32636";
    document.title = "Test area";
    document.date = "2018-11-06";
    document.layers = {layer("towns", "Base", layers::LayerKind::vector, "towns.geojson"),
                       layer("lost", "Base", layers::LayerKind::vector, "no such file.geojson"),
                       layer("zones", "Force", layers::LayerKind::vector, "zones.geojson"),
                       layer("grid", "", layers::LayerKind::graticule)};
    document.layers[2].key = 4;
    document.themes = {{"brief", "Brief", {"zones"}}, {"all", "All layers", {"towns", "lost", "zones", "grid"}}};
    return document;
}

layers::Unit unit(std::string id, std::string parent, std::string country, geodata::MapPoint at) {
    layers::Unit u;
    u.id = std::move(id);
    u.name = "Unit " + u.id;
    u.sidc = "10031000161211000000";
    u.parent = std::move(parent);
    u.country = std::move(country);
    u.echelon = u.parent.empty() ? "brigade" : "battalion";
    u.strength = "120";
    u.position = at;
    return u;
}

std::vector<LoadedOrbat> testOrbats() {
    auto kaz = unit("kaz", "ind", "Kazakhstan", {30, 30});
    kaz.validFrom = "2018-10-31";
    auto old = unit("old", "hq", "Italy", {40, 40});
    old.validTo = "2018-10-15";
    const auto orbat = std::make_shared<layers::Orbat>(layers::linkUnits(
        {unit("hq", "", "Italy", {10, 10}), unit("ind", "hq", "India", {20, 20}), kaz, old}, "units"));
    return {{"units", "Units", orbat, false, {orbat}}};
}

std::string wordOf(const layers::Command& command) {
    namespace c = layers::command;
    return std::visit(
        geodata::Overloaded{
            [](const c::SetVisible& to) { return fmt::format("{} {}", to.visible ? "show" : "hide", to.layer); },
            [](const c::SetOpacity& to) { return fmt::format("opacity {} {:g}", to.layer, to.opacity); },
            [](const c::MoveLayer& to) { return fmt::format("move {} to {}", to.layer, to.index); },
            [](const c::Solo& to) { return "only " + to.layer; },
            [](const c::ApplyTheme& to) { return "theme " + to.theme; },
            [](const c::SetUnitOffset& to) { return "offset " + to.unit; }},
        command);
}

void tellStage(const StageRequests& stage, Words& words) {
    const auto text = [&](const char* name, const std::optional<std::string>& value) {
        if (value) words.push_back(fmt::format("{} {}", name, *value));
    };
    text("date", stage.date);
    text("compare", stage.compareDate);
    text("select", stage.selectedUnit);
    if (stage.units) {
        std::string hidden;
        for (const std::string& id : stage.units->hidden) hidden += " " + id;
        words.push_back(fmt::format("units {}|{}|{}|hidden{}", stage.units->leastEchelon, stage.units->country,
                                    stage.units->status, hidden));
    }
    if (stage.amplifiers) words.push_back(fmt::format("amplifiers {}", static_cast<int>(*stage.amplifiers)));
    if (stage.symbolColors) words.push_back(fmt::format("colours {}", static_cast<int>(*stage.symbolColors)));
    if (stage.language) words.push_back(fmt::format("language {}", static_cast<int>(*stage.language)));
    if (stage.userFactor) words.push_back(fmt::format("factor {:.3f}", *stage.userFactor));
}

std::string framed(const layers::PictureFrame& frame) {
    std::string words = frame.paper + frame.aspect;
    if (frame.portrait) words += *frame.portrait ? " portrait" : " landscape";
    if (frame.dpi) words += fmt::format(" {:g} dpi", *frame.dpi);
    if (frame.scale) words += fmt::format(" 1:{:g}", *frame.scale);
    return words + (frame.roundScale ? " rounded" : "");
}

// What is not as in a new preset.
std::string presetWords(const layers::PicturePreset& preset) {
    std::string words = "preset:" + framed(preset.frame);
    const auto list = [&](const char* name, const std::vector<std::string>& values) {
        words += fmt::format(" {}=", name);
        for (const std::string& value : values) words += (&value == &values.front() ? "" : "+") + value;
    };
    if (preset.formats != std::vector<std::string>{"png"}) list("formats", preset.formats);
    if (!preset.marginalia.empty()) list("marginalia", preset.marginalia);
    if (preset.legend) words += *preset.legend ? " legend" : " no legend";
    if (preset.grid) words += fmt::format(" grid {} {}", preset.grid->shown, static_cast<int>(preset.grid->kind));
    for (const auto& [name, text] : {std::pair("title", &preset.title), std::pair("subtitle", &preset.subtitle),
                                     std::pair("note", &preset.note), std::pair("marking", &preset.marking)})
        if (!text->empty()) words += fmt::format(" {}={}", name, *text);
    return words;
}

// What moves only the cursor (a hovered unit, a preview's place) is not told.
Words wordsOf(const PanelOutput& out) {
    Words words;
    for (const layers::Command& command : out.commands) words.push_back(wordOf(command));
    for (const std::string& id : out.zoomTo) words.push_back("zoom to " + id);
    for (const std::string& id : out.cancel) words.push_back("stop " + id);
    tellStage(out.stage, words);
    const auto flag = [&](bool is, const char* word) {
        if (is) words.emplace_back(word);
    };
    if (out.picture.preset) words.push_back(presetWords(*out.picture.preset));
    if (out.picture.choose) words.push_back("choose " + *out.picture.choose);
    flag(out.picture.make, "make picture");
    flag(out.picture.giveUp, "give up picture");
    flag(out.picture.fit, "fit frame");
    flag(out.picture.close, "close picture");
    if (out.flyTo) words.push_back(fmt::format("fly to {:g} {:g}", out.flyTo->x, out.flyTo->y));
    if (out.timeSteps) words.push_back(fmt::format("step {}", *out.timeSteps));
    if (out.daysPerS) words.push_back(fmt::format("speed {:g}", *out.daysPerS));
    flag(out.togglePlay, "play");
    flag(out.toggleSettings, "settings");
    flag(out.undo, "undo");
    flag(out.redo, "redo");
    flag(out.saveArea, "save");
    flag(out.closeSheet, "close sheet");
    if (out.dismissed) words.push_back(fmt::format("dismiss {}", *out.dismissed));
    return words;
}

void append(Words& all, const Words& more) { all.insert(all.end(), more.begin(), more.end()); }

sf::Event buttonEvent(layers::ScreenPoint at, bool down) {
    sf::Event event{};
    event.type = down ? sf::Event::MouseButtonPressed : sf::Event::MouseButtonReleased;
    event.mouseButton = {sf::Mouse::Left, static_cast<int>(at.x), static_cast<int>(at.y)};
    return event;
}

sf::Event moveEvent(layers::ScreenPoint at) {
    sf::Event event{};
    event.type = sf::Event::MouseMoved;
    event.mouseMove = {static_cast<int>(at.x), static_cast<int>(at.y)};
    return event;
}

}  // namespace

std::string line(const Words& words) { return fmt::format("{}", fmt::join(words, ", ")); }

DrivenPanels::DrivenPanels(layers::ScreenSize size) : document(testDocument()), orbats(testOrbats()) {
    static const LettersPtr letters = Panels::lettersFor({}, 1);
    stage.view = {{500, 500}, 10, size};
    stage.date = "2018-11-06";
    changeDays = {"2018-01-01", "2018-10-15", "2018-10-31", "2019-01-01"};
    events = {{"2018-10-31", "Kazakh company arrives", "rotation", "Ebel es Saqi", "kaz"}};
    readOut = {"36S YB 1234 5678", "36N 712345 3681234", "33.25 35.25", "1:150 000"};
    sourcesOf(document);
    m_panels = Panels::withoutDisplay(letters);
    rest();
}
DrivenPanels::~DrivenPanels() = default;

void DrivenPanels::answer() {
    auto changed = std::make_shared<const layers::Document>(document);
    for (const layers::Command& command : last.commands) changed = layers::apply(changed, command);
    document = *changed;
    apply(last.stage, stage);
    if (last.picture.preset) picture.preset = *last.picture.preset;
}

Words DrivenPanels::frame() {
    const PanelInput input{.document = document,
                           .stage = stage,
                           .sources = sourcesOf(document),
                           .readOut = readOut,
                           .messages = messages,
                           .units = {.orbats = orbats,
                                     .perLayer = orbats,
                                     .symbolOf = [](const std::string&) { return nullptr; },
                                     .codeFaults = codeFaults},
                           .time = {.events = events, .changeDays = changeDays, .playing = playing},
                           .show = show,
                           .goal = stage.view,
                           .canUndo = canUndo,
                           .canRedo = canRedo,
                           .picture = picture};
    last = m_panels->layOut(input, 1.0 / 60);
    answer();
    return wordsOf(last);
}

Words DrivenPanels::rest() {
    Words all = frame();
    for (int i = 0; i < kMostFrames && last.animating; ++i) append(all, frame());
    return all;
}

Words DrivenPanels::moveTo(layers::ScreenPoint at) {
    m_panels->handle(moveEvent(at));
    Words all = frame();
    append(all, frame());
    return all;
}

Words DrivenPanels::click(layers::ScreenPoint at) {
    Words all = moveTo(at);
    for (const bool down : {true, false}) {
        m_panels->handle(buttonEvent(at, down));
        append(all, frame());
    }
    append(all, rest());
    return all;
}

Words DrivenPanels::drag(layers::ScreenPoint from, layers::ScreenPoint to) {
    constexpr int kSteps = 12;
    Words all = moveTo(from);
    m_panels->handle(buttonEvent(from, true));
    append(all, frame());
    for (int i = 1; i <= kSteps; ++i) {
        const double t = static_cast<double>(i) / kSteps;
        append(all, moveTo({from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t}));
    }
    m_panels->handle(buttonEvent(to, false));
    append(all, frame());
    append(all, rest());
    return all;
}

Words DrivenPanels::wheel(layers::ScreenPoint at, float steps) {
    Words all = moveTo(at);
    sf::Event event{};
    event.type = sf::Event::MouseWheelScrolled;
    event.mouseWheelScroll = {sf::Mouse::VerticalWheel, steps, static_cast<int>(at.x), static_cast<int>(at.y)};
    m_panels->handle(event);
    append(all, rest());
    return all;
}

Words DrivenPanels::key(sf::Keyboard::Key key, bool control) {
    Words all;
    for (const auto type : {sf::Event::KeyPressed, sf::Event::KeyReleased}) {
        sf::Event event{};
        event.type = type;
        event.key.code = key;
        event.key.control = control && type == sf::Event::KeyPressed;
        m_panels->handle(event);
        append(all, frame());
    }
    append(all, rest());
    return all;
}

Words DrivenPanels::type(const std::string& text) {
    for (const char letter : text) {
        sf::Event event{};
        event.type = sf::Event::TextEntered;
        event.text.unicode = static_cast<unsigned char>(letter);
        m_panels->handle(event);
    }
    return rest();
}

Words DrivenPanels::clickSpot(const layers::ScreenRect& in, std::size_t n) { return click(spots(in).at(n).middle); }

std::vector<Spot> DrivenPanels::spots(const layers::ScreenRect& in, double stepPx) {
    struct Seen {
        std::size_t order = 0;
        layers::ScreenRect box;
    };
    std::map<unsigned, Seen> seen;
    for (double y = in.top + stepPx / 2; y < in.bottom; y += stepPx)
        for (double x = in.left + stepPx / 2; x < in.right; x += stepPx) {
            moveTo({x, y});
            const unsigned id = ImGui::GetHoveredID();
            if (id == 0) continue;
            const auto [found, isNew] = seen.try_emplace(id, Seen{seen.size(), {x, y, x, y}});
            layers::ScreenRect& box = found->second.box;
            box = {std::min(box.left, x), box.top, std::max(box.right, x), y};
        }
    std::vector<Spot> spots(seen.size());
    for (const auto& [id, one] : seen)
        spots[one.order] = {
            id, {std::floor((one.box.left + one.box.right) / 2), std::floor((one.box.top + one.box.bottom) / 2)}};
    return spots;
}

bool DrivenPanels::isCovered(layers::ScreenPoint at) {
    moveTo(at);
    return last.wantsMouse;
}

}  // namespace panels_test
