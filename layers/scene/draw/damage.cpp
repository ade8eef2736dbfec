#include "layers/scene/draw/damage.hpp"

#include <algorithm>
#include <cmath>

#include "layers/scene/draw/clusters.hpp"

namespace layers {
namespace {

constexpr double kSamePx = 1e-3;                    // what rounding makes of equal places
constexpr double kSameRad = 1e-5;
constexpr double kWholePx = 1e-4;                   // so near to whole pixels the map moves by those
constexpr std::int64_t kRectangleCostsPx = 20'000;  // pixels that take as long to draw as one rectangle more
constexpr double kTriangleReach = 1.2;              // of a marker's radius: the farthest of all shapes
constexpr double kMostShare = 0.5;                  // of the picture
constexpr std::size_t kLookAhead = 256;             // items

// Whether something of the wanted picture is what the shown one has, moved.
class Moved {
public:
    explicit Moved(PixelShift shift) : m_by{static_cast<double>(shift.rightPx), static_cast<double>(shift.downPx)} {}

    ScreenRect rect(const ScreenRect& shown) const { return movedBy(shown, m_by); }
    bool same(ScreenPoint shown, ScreenPoint wanted) const { return std::abs(shown.x + m_by.x - wanted.x) < kSamePx && std::abs(shown.y + m_by.y - wanted.y) < kSamePx; }
    bool same(const TilePiece& shown, const TilePiece& wanted) const {
        return shown.tile == wanted.tile && shown.place.pxPerM == wanted.place.pxPerM && same(shown.place.originPx, wanted.place.originPx) &&
               same(ScreenPoint{shown.clip.left, shown.clip.top}, {wanted.clip.left, wanted.clip.top}) && same(ScreenPoint{shown.clip.right, shown.clip.bottom}, {wanted.clip.right, wanted.clip.bottom});
    }
    // For tiles only their paint, because their pieces are compared one by one.
    bool same(const draw::TileFill& a, const draw::TileFill& b) const {
        return a.feathered == b.feathered && a.paint.color == b.paint.color && a.paint.hatch == b.paint.hatch &&
               (a.paint.hatch == Hatch::none || (a.paint.spacingPx == b.paint.spacingPx && a.paint.widthPx == b.paint.widthPx && same(a.paint.anchorPx, b.paint.anchorPx)));
    }
    bool same(const draw::TileLine& a, const draw::TileLine& b) const { return a.paint == b.paint; }
    bool same(const draw::TileMarkers& a, const draw::TileMarkers& b) const { return a.paint == b.paint; }
    bool same(const draw::Area& a, const draw::Area& b) const { return a.color == b.color && same(a.ring, b.ring); }
    bool same(const draw::Polyline& a, const draw::Polyline& b) const { return a.closed == b.closed && a.round == b.round && a.paint == b.paint && same(a.points, b.points); }
    bool same(const draw::Text& a, const draw::Text& b) const {
        return same(a.origin, b.origin) && a.color == b.color && a.halo == b.halo && a.haloPx == b.haloPx && a.run == b.run &&
               std::ranges::equal(a.glyphs, b.glyphs, [this](const GlyphPose& x, const GlyphPose& y) { return std::abs(x.rotationRad - y.rotationRad) < kSameRad && same(x.origin, y.origin); });
    }
    bool same(const draw::Symbol& a, const draw::Symbol& b) const { return a.drawing == b.drawing && a.scalePx == b.scalePx && same(a.anchor, b.anchor); }
    bool same(const std::vector<ScreenPoint>& a, const std::vector<ScreenPoint>& b) const {
        return std::ranges::equal(a, b, [this](ScreenPoint x, ScreenPoint y) { return same(x, y); });
    }
    bool same(const DrawItem& shown, const DrawItem& wanted) const {
        return shown.index() == wanted.index() && std::visit([&]<class Item>(const Item& item) { return same(item, std::get<Item>(wanted)); }, shown);
    }

private:
    ScreenPoint m_by;
};

class Damage {
public:
    Damage(ScreenSize size, PixelShift shift) : m_whole{0, 0, size.width, size.height}, m_moved(shift) {
        const PixelRect kept = common(m_whole, {shift.rightPx, shift.downPx, size.width + shift.rightPx, size.height + shift.downPx});
        for (const PixelRect& bared : {PixelRect{0, 0, size.width, kept.top}, PixelRect{0, kept.bottom, size.width, size.height}, PixelRect{0, kept.top, kept.left, kept.bottom},
                                       PixelRect{kept.right, kept.top, size.width, kept.bottom}})
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

    bool isWhole() const { return m_areaPx + static_cast<double>(kRectangleCostsPx) * static_cast<double>(m_rects.size()) > kMostShare * static_cast<double>(m_whole.area()); }
    std::vector<PixelRect> take() { return std::move(m_rects); }

private:
    std::size_t find(const std::vector<DrawItem>& shown, std::size_t next, const DrawItem& item) const {
        const std::size_t end = std::min(shown.size(), next + kLookAhead);
        for (std::size_t i = next; i < end; ++i)
            if (m_moved.same(shown[i], item)) return i;
        return shown.size();
    }

    template <class Item>
    void comparePieces(const Item& shown, const Item& wanted) {
        if constexpr (requires { shown.tiles; }) {
            std::vector<bool> kept(shown.tiles->size());
            for (const TilePiece& piece : *wanted.tiles) {
                const auto found = std::ranges::find_if(*shown.tiles, [&](const TilePiece& other) { return m_moved.same(other, piece); });
                if (found == shown.tiles->end()) add(reachOf(wanted, piece));
                else kept[static_cast<std::size_t>(found - shown.tiles->begin())] = true;
            }
            for (std::size_t i = 0; i < kept.size(); ++i)
                if (!kept[i]) add(m_moved.rect(reachOf(shown, (*shown.tiles)[i])));
        }
    }

    template <class Item>
    static ScreenRect reachOf(const Item& item, const TilePiece& piece) {
        double aroundPx = 0;  // markers extend beyond their tile's edge
        if constexpr (std::is_same_v<Item, draw::TileMarkers>) aroundPx = item.paint.radiusPx * kMostClusterScale * kTriangleReach + item.paint.rimPx + 1;
        return {piece.clip.left - aroundPx, piece.clip.top - aroundPx, piece.clip.right + aroundPx, piece.clip.bottom + aroundPx};
    }

    void addWanted(const DrawItem& item) {
        eachReach(item, [this](const ScreenRect& rect) { add(rect); });
    }
    void addShown(const DrawItem& item) {
        eachReach(item, [this](const ScreenRect& rect) { add(m_moved.rect(rect)); });
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
    Moved m_moved;
    std::vector<PixelRect> m_rects;
    double m_areaPx = 0;
};

}  // namespace

std::optional<PixelShift> shiftBetween(const DrawList& shown, const DrawList& wanted) {
    if (shown.view == wanted.view) return PixelShift{};
    if (shown.view.mPerPx != wanted.view.mPerPx) return std::nullopt;
    const double right = (shown.view.center.x - wanted.view.center.x) / wanted.view.mPerPx, down = (wanted.view.center.y - shown.view.center.y) / wanted.view.mPerPx;
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
