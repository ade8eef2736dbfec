// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/labels/echelon_mark.hpp"

#include <cmath>
#include <numbers>

#include "layers/model/echelon.hpp"

namespace layers {
namespace {

// In heights of the mark: a sign's own width, and from one sign's middle to the next.
struct SignSize {
    double width = 0, step = 0;
};

SignSize sizeOf(EchelonShape shape) {
    switch (shape) {
        case EchelonShape::struckRing: return {0.8, 1};
        case EchelonShape::dot: return {0.42, 0.62};
        case EchelonShape::bar: return {0.12, 0.42};
        case EchelonShape::cross: return {0.8, 1};
    }
    return {};
}

// Turns the mark's own plane, in heights, x along the line, into the picture's.
class Turned {
public:
    explicit Turned(const MarkPlace& place)
        : m_place(place),
          m_cosine(std::cos(place.turnRad) * place.heightPx),
          m_sine(std::sin(place.turnRad) * place.heightPx) {}

    ScreenPoint at(double x, double y) const {
        return {m_place.middle.x + x * m_cosine - y * m_sine, m_place.middle.y + x * m_sine + y * m_cosine};
    }
    std::vector<ScreenPoint> ring(double x, double radius) const {
        constexpr int kCorners = 24;
        std::vector<ScreenPoint> points;
        for (int i = 0; i < kCorners; ++i) {
            const double turn = 2 * std::numbers::pi * i / kCorners;
            points.push_back(at(x + std::cos(turn) * radius, std::sin(turn) * radius));
        }
        return points;
    }

private:
    const MarkPlace& m_place;
    double m_cosine, m_sine;
};

// One sign with its middle `x` along the line, its outlines `growPx` wider than the strokes: the halo.
void addSign(std::vector<DrawItem>& items, EchelonShape shape, const Turned& turned, double x, const LinePaint& paint,
             double dotRadius) {
    const auto stroke = [&](ScreenPoint a, ScreenPoint b) { items.push_back(draw::Polyline{{a, b}, paint, false}); };
    const double half = sizeOf(shape).width / 2;
    switch (shape) {
        case EchelonShape::dot: return items.push_back(draw::Area{turned.ring(x, dotRadius), paint.color});
        case EchelonShape::bar: return stroke(turned.at(x, -0.5), turned.at(x, 0.5));
        case EchelonShape::cross:
            return stroke(turned.at(x - half, -0.5), turned.at(x + half, 0.5)),
                   stroke(turned.at(x - half, 0.5), turned.at(x + half, -0.5));
        case EchelonShape::struckRing:
            items.push_back(draw::Polyline{turned.ring(x, half * 0.8), paint, true});
            return stroke(turned.at(x - half, 0.5), turned.at(x + half, -0.5));
    }
}

}  // namespace

double echelonWidthPx(std::string_view echelon, double heightPx) {
    const EchelonMark mark = markOf(echelon);
    return mark.count == 0 ? 0 : (sizeOf(mark.shape).width + (mark.count - 1) * sizeOf(mark.shape).step) * heightPx;
}

void addEchelonMark(std::vector<DrawItem>& items, std::string_view echelon, const MarkPlace& place,
                    const MarkStyle& look) {
    const EchelonMark mark = markOf(echelon);
    const SignSize size = sizeOf(mark.shape);
    const Turned turned(place);
    const auto addAll = [&](const LinePaint& paint, double dotRadius) {
        for (int i = 0; i < mark.count; ++i)
            addSign(items, mark.shape, turned, (i - (mark.count - 1) / 2.0) * size.step, paint, dotRadius);
    };
    if (look.haloPx > 0 && look.halo.a > 0)
        addAll({look.halo, look.strokePx + 2 * look.haloPx, {}}, size.width / 2 + look.haloPx / place.heightPx);
    addAll({look.color, look.strokePx, {}}, size.width / 2);
}

}  // namespace layers
