// SPDX-License-Identifier: Apache-2.0
#include "layers/symbols/milsymbol.hpp"

#include <jsc/jsc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>

#include "layers/orbat/symbol_code.hpp"
#include "layers/symbols/glib_handle.hpp"
#include "layers/symbols/svg_text.hpp"

namespace layers {
namespace {

// Nine numbers, a line break, the SVG. A white outline lets symbols stand out on any map. milsymbol leaves out a
// modifier that it does not know: a code with one is not valid, although it is drawn. A control measure has no frame:
// its own drawing, without texts, takes the frame's place. Black is not readable on milsymbol's dark blue, red and
// purple (a contrast below 4.5): the inside of such a frame is drawn in white, and what milsymbol draws in white there
// takes the frame's colour. All outside the frame stays black, because it is seen on the map.
constexpr const char* kScript = R"js(
function opsmapIsDark(symbol) {
    var color = symbol.colors.fillColor[symbol.metadata.affiliation];
    var parts = /^rgb\((\d+), ?(\d+), ?(\d+)\)$/.exec(color);
    if (!parts || !symbol.metadata.frame || !symbol.metadata.fill) return false;
    var luminance = [0.2126, 0.7152, 0.0722].reduce(function (sum, weight, at) {
        var share = parts[at + 1] / 255;
        return sum + weight * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
    }, 0);
    return (luminance + 0.05) / 0.05 < 4.5;
}
function opsmapWhiteOnDark(colors, side) {
    function withSide(table, color) { return Object.assign({}, table, { [side]: color }); }
    var fill = colors.fillColor[side];
    return Object.assign({}, colors, {
        iconColor: withSide(colors.iconColor, "white"), black: withSide(colors.black, "white"),
        iconFillColor: withSide(colors.iconFillColor, fill), white: withSide(colors.white, fill) });
}
// The third of milsymbol's parts is the icon. The name of a special headquarters is inside the frame too.
if (ms.setSymbolParts) ms.setSymbolParts(ms.getSymbolParts().map(function (part, index) {
    return function (library) {
        if (!opsmapIsDark(this)) return part.call(this, library);
        var colors = this.colors, inside = this.options.specialHeadquarters;
        if (index === 2) this.colors = opsmapWhiteOnDark(colors, this.metadata.affiliation);
        var drawn = part.call(this, library);
        this.colors = colors;
        if (inside)
            drawn.post.forEach(function (step) { if (step.text === inside && step.y === 103) step.fill = "white"; });
        return drawn;
    };
}));
function opsmapKnowsModifiers(sidc, options, svg) {
    if (!/^[0-9]{20}/.test(sidc)) return true;
    for (var at = 16; at < 20; at += 2) {
        var without = sidc.substr(0, at) + "00" + sidc.substr(at + 2);
        if (without !== sidc && new ms.Symbol(without, options).asSVG() === svg) return false;
    }
    return true;
}
function opsmapFrame(symbol, sidc) {
    var box = symbol.getMetadata().baseGeometry.bbox, middle = symbol.getOctagonAnchor();
    if (box.x2 - box.x1 >= 1 && box.y2 - box.y1 >= 1)
        return [middle.x + box.x1 - 100, middle.y + box.y1 - 100, middle.x + box.x2 - 100, middle.y + box.y2 - 100];
    var bare = new ms.Symbol(sidc, { size: 100, outlineWidth: 7, outlineColor: "white" });
    var anchor = symbol.getAnchor(), size = bare.getSize(), own = bare.getAnchor();
    var left = anchor.x - own.x, top = anchor.y - own.y;
    return [left, top, left + size.width, top + size.height];
}
function opsmapSymbol(sidc, names, values) {
    var options = { size: 100, outlineWidth: 7, outlineColor: "white" };
    for (var i = 0; i < names.length; ++i) options[names[i]] = values[i];
    var symbol = new ms.Symbol(sidc, options);
    var size = symbol.getSize(), anchor = symbol.getAnchor();
    var svg = symbol.asSVG();
    var numbers = [symbol.isValid() && opsmapKnowsModifiers(sidc, options, svg) ? 1 : 0, size.width, size.height,
                   anchor.x, anchor.y].concat(opsmapFrame(symbol, sidc));
    return numbers.join(" ") + "\n" + svg;
})js";

using Value = GObjectHandle<JSCValue>;

Value textValue(JSCContext* context, const std::string& text) {
    const auto bytes =
        std::unique_ptr<GBytes, decltype(&g_bytes_unref)>(g_bytes_new(text.data(), text.size()), g_bytes_unref);
    return Value(jsc_value_new_string_from_bytes(context, bytes.get()));
}

Value listValue(JSCContext* context, const std::vector<std::string>& texts) {
    const std::unique_ptr<GPtrArray, decltype(&g_ptr_array_unref)> list(g_ptr_array_new_with_free_func(g_object_unref),
                                                                        g_ptr_array_unref);
    for (const std::string& text : texts) g_ptr_array_add(list.get(), textValue(context, text).release());
    return Value(jsc_value_new_array_from_garray(context, list.get()));
}

SymbolDrawing parsed(const std::string& text) {
    const std::size_t lineEnd = text.find('\n');
    std::array<double, 9> n{};
    const char* at = text.data();
    const char* const end = text.data() + std::min(lineEnd, text.size());
    for (double& number : n) {
        const auto read = std::from_chars(at, end, number);
        if (read.ec != std::errc{}) return unknownDrawing();
        at = read.ptr == end ? end : read.ptr + 1;
    }
    const bool hasFrame = n[7] - n[5] >= 1 && n[8] - n[6] >= 1;  // false for NaN
    if (lineEnd == std::string::npos || !hasFrame) return unknownDrawing();
    return {.svg = normalisedSvg(std::string_view(text).substr(lineEnd + 1)),
            .width = n[1],
            .height = n[2],
            .anchorX = n[3],
            .anchorY = n[4],
            .frameLeft = n[5],
            .frameTop = n[6],
            .frameRight = n[7],
            .frameBottom = n[8],
            .valid = n[0] == 1};
}

// The same side, echelon and headquarters with nothing inside.
std::string emptyFrame(const std::string& sidc) {
    constexpr std::size_t kLetterCode = 15;
    return sidc.size() == kLetterCode ? "S" + sidc.substr(1, 3) + "------" + sidc.substr(10)
                                      : sidc.substr(0, 10) + std::string(10, '0');
}

// milsymbol's own units, in which the middle of every frame is 100, 100.
SymbolDrawing withQuestionMark(SymbolDrawing frame) {
    constexpr std::string_view kMark = R"svg(<text x="100" y="121" text-anchor="middle" font-size="60" )svg"
                                       R"svg(font-family="Noto Sans" font-weight="bold">?</text>)svg";
    frame.svg.insert(frame.svg.rfind("</svg>"), kMark);
    frame.valid = false;
    return frame;
}

}  // namespace

struct Milsymbol::State {
    GObjectHandle<JSCContext> context;
    Value function;

    SymbolDrawing draw(const SymbolRequest& request) const;
};

Milsymbol::Milsymbol(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Milsymbol::~Milsymbol() = default;

geodata::Result<std::unique_ptr<Milsymbol>> Milsymbol::load(const std::filesystem::path& file) {
    constexpr std::string_view kAdvice = "Units are drawn as plain frames. Run ./run once with a network to fetch it.";
    std::ifstream in(file, std::ios::binary);
    const std::string source(std::istreambuf_iterator<char>(in), {});
    if (source.empty())
        return geodata::failure("Cannot draw symbols with", geodata::quoted(file.string()), "it cannot be read",
                                kAdvice);
    auto state = std::make_unique<State>();
    state->context.reset(jsc_context_new());
    const Value library(jsc_context_evaluate(state->context.get(), source.data(), static_cast<gssize>(source.size())));
    const Value wrapper(jsc_context_evaluate(state->context.get(), kScript, -1));
    state->function.reset(jsc_context_get_value(state->context.get(), "opsmapSymbol"));
    const Value ms(jsc_context_get_value(state->context.get(), "ms"));
    if (jsc_context_get_exception(state->context.get()) != nullptr || jsc_value_is_undefined(ms.get()))
        return geodata::failure("Cannot draw symbols with", geodata::quoted(file.string()), "it is not milsymbol",
                                kAdvice);
    return std::unique_ptr<Milsymbol>(new Milsymbol(std::move(state)));
}

SymbolDrawing Milsymbol::State::draw(const SymbolRequest& request) const {
    std::vector<std::string> names, values;
    for (const auto& [name, value] : request.amplifiers) {
        names.push_back(name);
        values.push_back(value);
    }
    const Value sidc = textValue(context.get(), request.sidc), nameList = listValue(context.get(), names),
                valueList = listValue(context.get(), values);
    const Value result(jsc_value_function_call(function.get(), JSC_TYPE_VALUE, sidc.get(), JSC_TYPE_VALUE,
                                               nameList.get(), JSC_TYPE_VALUE, valueList.get(), G_TYPE_NONE));
    if (jsc_context_get_exception(context.get()) != nullptr || !jsc_value_is_string(result.get())) {
        jsc_context_clear_exception(context.get());
        return unknownDrawing();
    }
    const GText text(jsc_value_to_string(result.get()));
    return parsed(text.get());
}

// What is not known must look so, whatever milsymbol draws for it. Its side is known where the code's form is right.
SymbolDrawing Milsymbol::draw(const SymbolRequest& request) const {
    if (!codeFault(request.sidc).empty()) return unknownDrawing();
    SymbolDrawing drawing = m_state->draw(request);
    if (drawing.valid) return drawing;
    SymbolRequest frame{emptyFrame(standardCode(request.sidc)), {}};  // without texts: the name is written beside it
    std::ranges::copy_if(request.amplifiers, std::back_inserter(frame.amplifiers),
                         [](const auto& amplifier) { return amplifier.first == "colorMode"; });
    drawing = m_state->draw(frame);
    constexpr double kNarrowestFrame = 60;  // smaller is no frame: the set has none, or milsymbol does not know it
    const bool hasFrame = drawing.valid && drawing.frameRight - drawing.frameLeft > kNarrowestFrame;
    return hasFrame && drawing.svg.ends_with("</svg>") ? withQuestionMark(std::move(drawing)) : unknownDrawing();
}

SymbolDrawing unknownDrawing() {
    return {.svg = R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="158" height="108" viewBox="-4 -4 )svg"
                   R"svg(158 108"><path d="M0,0 l150,0 0,100 -150,0 z" stroke-width="4" stroke="black" )svg"
                   R"svg(fill="rgb(255,255,128)"/><text x="75" y="72" text-anchor="middle" font-size="60" )svg"
                   R"svg(font-family="Noto Sans" font-weight="bold">?</text></svg>)svg",
            .width = 158,
            .height = 108,
            .anchorX = 79,
            .anchorY = 54,
            .frameLeft = 4,
            .frameTop = 4,
            .frameRight = 154,
            .frameBottom = 104,
            .valid = false};
}

}  // namespace layers
