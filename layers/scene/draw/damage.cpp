// SPDX-License-Identifier: Apache-2.0
#include "layers/scene/draw/damage.hpp"

#include <algorithm>
#include <cmath>

#include "layers/scene/draw/clusters.hpp"

namespace layers {
namespace {

constexpr double kSamePx = 1e-3;  // what rounding makes of equal places
constexpr double kSameRad = 1e-5;
constexpr double kWholePx = 1e-4;                   // so near to whole pixels the map moves by those
constexpr std::int64_t kRectangleCostsPx = 20'000;  // pixels that take as long to draw as one rectangle more
constexpr double kTriangleReach = 1.2;              // of a marker's radius: the farthest of all shapes
constexpr double kMostShare = 0.5;                  // of the picture
constexpr std::size_t kLookAhead = 256;             // items

// Gives an item that is shown the places that the map's move took it to. Where these are the wanted item's but for
// rounding they become exactly those: the two are then compared by their operator==, which knows every field.
class Mover {
public:
    explicit Mover(PixelShift shift) : m_by{static_cast<double>(shift.rightPx), static_cast<double>(shift.downPx)} {}

    ScreenRect rect(const ScreenRect& shown) const { return movedBy(shown, m_by); }

    void move(TilePiece& piece, const TilePiece& wanted) const {
        move(piece.place.originPx, wanted.place.originPx);
        move(piece.clip.left, m_by.x, wanted.clip.left);
        move(piece.clip.right, m_by.x, wanted.clip.right);
        move(piece.clip.top, m_by.y, wanted.clip.top);
        move(piece.clip.bottom, m_by.y, wanted.clip.bottom);
    }
    void move(draw::TileFill& item, const draw::TileFill& wanted) const {
        item.tiles = wanted.tiles;  // pieces are compared one by one
        if (item.paint.hatch == Hatch::none) item.paint.anchorPx = wanted.paint.anchorPx;  // which fixes hatches alone
        else move(item.paint.anchorPx, wanted.paint.anchorPx);
    }
    void move(draw::TileLine& item, const draw::TileLine& wanted) const { item.tiles = wanted.tiles; }
    void move(draw::TileMarkers& item, const draw::TileMarkers& wanted) const { item.tiles = wanted.tiles; }
    void move(draw::Area& item, const draw::Area& wanted) const { move(item.ring, wanted.ring); }
    void move(draw::Polyline& item, const draw::Polyline& wanted) const { move(item.points, wanted.points); }
    void move(draw::Text& item, const draw::Text& wanted) const {
        move(item.origin, wanted.origin);
        for (std::size_t i = 0; i < std::min(item.glyphs.size(), wanted.glyphs.size()); ++i) {
            move(item.glyphs[i].origin, wanted.glyphs[i].origin);
            if (std::abs(item.glyphs[i].rotationRad - wanted.glyphs[i].rotationRad) < kSameRad)
                item.glyphs[i].rotationRad = wanted.glyphs[i].rotationRad;
        }
    }
    void move(draw::Symbol& item, const draw::Symbol& wanted) const {
        move(item.anchor, wanted.anchor);
        item.request = wanted.request;  // who asks for the drawing does not show
    }

    // Where an item that is no tiles begins: most pairs of different ones differ there.
    bool beginAlike(const draw::Area& a, const draw::Area& b) const { return beginAlike(a.ring, b.ring); }
    bool beginAlike(const draw::Polyline& a, const draw::Polyline& b) const { return beginAlike(a.points, b.points); }
    bool beginAlike(const draw::Text& a, const draw::Text& b) const { return same(a.origin, b.origin); }
    bool beginAlike(const draw::Symbol& a, const draw::Symbol& b) const { return same(a.anchor, b.anchor); }
    bool beginAlike(const TilePiece& a, const TilePiece& b) const { return a.tile == b.tile; }
    template <class Tiles>
        requires requires(Tiles t) { t.tiles; }
    bool beginAlike(const Tiles&, const Tiles&) const {
        return true;
    }

private:
    static void move(double& value, double by, double wanted) {
        value = std::abs(value + by - wanted) < kSamePx ? wanted : value + by;
    }
    void move(ScreenPoint& point, ScreenPoint wanted) const {
        move(point.x, m_by.x, wanted.x);
        move(point.y, m_by.y, wanted.y);
    }
    void move(std::vector<ScreenPoint>& points, const std::vector<ScreenPoint>& wanted) const {
        for (std::size_t i = 0; i < std::min(points.size(), wanted.size()); ++i) move(points[i], wanted[i]);
    }
    bool same(ScreenPoint a, ScreenPoint b) const {
        return std::abs(a.x + m_by.x - b.x) < kSamePx && std::abs(a.y + m_by.y - b.y) < kSamePx;
    }
    bool beginAlike(const std::vector<ScreenPoint>& a, const std::vector<ScreenPoint>& b) const {
        return a.size() == b.size() && (a.empty() || same(a.front(), b.front()));
    }

    ScreenPoint m_by;
};

// Whether something of the wanted picture is what the shown one has, moved.
template <class Part>
bool isMoved(const Mover& mover, const Part& shown, const Part& wanted) {
    if (!mover.beginAlike(shown, wanted)) return false;  // before anything is copied
    Part moved = shown;
    mover.move(moved, wanted);
    return moved == wanted;
}
bool isMoved(const Mover& mover, const DrawItem& shown, const DrawItem& wanted) {
    return shown.index() == wanted.index() &&
           std::visit([&]<class Item>(const Item& item) { return isMoved(mover, item, std::get<Item>(wanted)); },
                      shown);
}

class Damage {
public:
    Damage(ScreenSize size, PixelShift shift) : m_whole{0, 0, size.width, size.height}, m_mover(shift) {
        const PixelRect kept =
            common(m_whole, {shift.rightPx, shift.downPx, size.width + shift.rightPx, size.height + shift.downPx});
        for (const PixelRect& bared :
             {PixelRect{.left = 0, .top = 0, .right = size.width, .bottom = kept.top},
              PixelRect{.left = 0, .top = kept.bottom, .right = size.width, .bottom = size.height},
              PixelRect{.left = 0, .top = kept.top, .right = kept.left, .bottom = kept.bottom},
              PixelRect{.left = kept.right, .top = kept.top, .right = size.width, .bottom = kept.bottom}})
            add(bared);
    }

    // Items that both have, in one order, leave what is between them on either side.
    void compare(const std::vector<DrawItem>& shown, const std::vector<DrawItem>& wanted) {
        std::size_t next = 0;  // of the shown ones
        for (const DrawItem& item : wanted) {
            if (isWhole()) return;
            const std::size_t found = find(shown, next, item);
            if (found == shown.size()) {
                addWanted(item);
                continue;
            }
            for (; next < found; ++next) addShown(shown[next]);
            std::visit([&]<class Item>(const Item& is) { comparePieces(std::get<Item>(shown[found]), is); }, item);
            next = found + 1;
        }
        for (; next < shown.size(); ++next) addShown(shown[next]);
    }

    bool isWhole() const {
        return m_areaPx + static_cast<double>(kRectangleCostsPx) * static_cast<double>(m_rects.size()) >
               kMostShare * static_cast<double>(m_whole.area());
    }
    std::vector<PixelRect> take() { return std::move(m_rects); }

private:
    std::size_t find(const std::vector<DrawItem>& shown, std::size_t next, const DrawItem& item) const {
        const std::size_t end = std::min(shown.size(), next + kLookAhead);
        for (std::size_t i = next; i < end; ++i)
            if (isMoved(m_mover, shown[i], item)) return i;
        return shown.size();
    }

    template <class Item>
    void comparePieces(const Item& shown, const Item& wanted) {
        if constexpr (requires { shown.tiles; }) {
            std::vector<bool> kept(shown.tiles->size());
            for (const TilePiece& piece : *wanted.tiles) {
                const auto found = std::ranges::find_if(
                    *shown.tiles, [&](const TilePiece& other) { return isMoved(m_mover, other, piece); });
                if (found == shown.tiles->end()) add(reachOf(wanted, piece));
                else kept[static_cast<std::size_t>(found - shown.tiles->begin())] = true;
            }
            for (std::size_t i = 0; i < kept.size(); ++i)
                if (!kept[i]) add(m_mover.rect(reachOf(shown, (*shown.tiles)[i])));
        }
    }

    template <class Item>
    static ScreenRect reachOf(const Item& item, const TilePiece& piece) {
        double aroundPx = 0;  // markers stand over their tile's edge
        if constexpr (std::is_same_v<Item, draw::TileMarkers>)
            aroundPx = item.paint.radiusPx * kMostClusterScale * kTriangleReach + item.paint.rimPx + 1;
        return {piece.clip.left - aroundPx, piece.clip.top - aroundPx, piece.clip.right + aroundPx,
                piece.clip.bottom + aroundPx};
    }

    void addWanted(const DrawItem& item) {
        eachReach(item, [this](const ScreenRect& rect) { add(rect); });
    }
    void addShown(const DrawItem& item) {
        eachReach(item, [this](const ScreenRect& rect) { add(m_mover.rect(rect)); });
    }
    template <class Take>
    static void eachReach(const DrawItem& item, Take take) {
        std::visit(
            [&](const auto& is) {
                if constexpr (requires { is.tiles; })
                    for (const TilePiece& piece : *is.tiles) take(reachOf(is, piece));
                else take(layers::reachOf(is));
            },
            item);
    }

    void add(const ScreenRect& rect) {
        const auto down = [](double v) { return static_cast<int>(std::floor(std::clamp(v, -1e6, 1e6))); };
        add(PixelRect{down(rect.left), down(rect.top), down(rect.right) + 1, down(rect.bottom) + 1});
    }

    // Joined with another where that costs less than two.
    void add(PixelRect rect) {
        rect = common(rect, m_whole);
        if (rect.empty() || isWhole()) return;
        for (std::size_t i = 0; i < m_rects.size();) {
            const PixelRect both = joined(m_rects[i], rect);
            if (both.area() - m_rects[i].area() - rect.area() > kRectangleCostsPx) {
                ++i;
                continue;
            }
            if (both == m_rects[i]) return;
            rect = both;
            m_areaPx -= static_cast<double>(m_rects[i].area());
            m_rects[i] = m_rects.back();
            m_rects.pop_back();
            i = 0;
        }
        m_areaPx += static_cast<double>(rect.area());
        m_rects.push_back(rect);
    }

    PixelRect m_whole;
    Mover m_mover;
    std::vector<PixelRect> m_rects;
    double m_areaPx = 0;
};

}  // namespace

std::optional<PixelShift> shiftBetween(const DrawList& shown, const DrawList& wanted) {
    if (shown.view == wanted.view) return PixelShift{};
    if (shown.view.mPerPx != wanted.view.mPerPx) return std::nullopt;
    const double right = (shown.view.center.x - wanted.view.center.x) / wanted.view.mPerPx,
                 down = (wanted.view.center.y - shown.view.center.y) / wanted.view.mPerPx;
    const bool isWhole = std::abs(right - std::round(right)) < kWholePx && std::abs(down - std::round(down)) < kWholePx;
    if (!isWhole || std::abs(right) >= wanted.size.width || std::abs(down) >= wanted.size.height) return std::nullopt;
    return PixelShift{static_cast<int>(std::lround(right)), static_cast<int>(std::lround(down))};
}

std::optional<std::vector<PixelRect>> damageBetween(const DrawList& shown, const DrawList& wanted, PixelShift shift) {
    if (!(shown.background == wanted.background)) return std::nullopt;
    Damage damage(wanted.size, shift);
    damage.compare(shown.items, wanted.items);
    if (damage.isWhole()) return std::nullopt;
    return damage.take();
}

}  // namespace layers
