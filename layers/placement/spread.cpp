#include "layers/placement/spread.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace layers {
namespace {

constexpr int kDirections = 16, kRings = 24;

ScreenRect moved(const ScreenRect& rect, ScreenPoint by) { return {rect.left + by.x, rect.top + by.y, rect.right + by.x, rect.bottom + by.y}; }

ScreenRect widened(const ScreenRect& rect, double byPx) { return {rect.left - byPx, rect.top - byPx, rect.right + byPx, rect.bottom + byPx}; }

bool isFree(const ScreenRect& rect, const std::vector<ScreenRect>& taken) {
    return std::none_of(taken.begin(), taken.end(), [&](const ScreenRect& other) { return rect.intersects(other); });
}

// Rings of ever larger radius; on each, to the right first and then alternately up and down.
ScreenPoint firstFreeMove(const SpreadItem& item, const std::vector<ScreenRect>& taken) {
    const double stepX = item.rect.width() * 0.5 + item.gapPx, stepY = item.rect.height() * 0.5 + item.gapPx;
    for (int ring = 0; ring <= kRings; ++ring)
        for (int i = 0; i < (ring == 0 ? 1 : kDirections); ++i) {
            const double turn = std::numbers::pi * 2 / kDirections * ((i + 1) / 2) * (i % 2 == 0 ? 1 : -1);
            const ScreenPoint by{std::cos(turn) * ring * stepX, std::sin(turn) * ring * stepY};
            if (isFree(widened(moved(item.rect, by), item.gapPx), taken)) return by;
        }
    return {};  // hundreds on one spot: overlapping is better than dropping
}

}  // namespace

std::vector<ScreenPoint> spreadApart(const std::vector<SpreadItem>& items) {
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(-items[a].priority, items[a].key) < std::pair(-items[b].priority, items[b].key);
    });
    std::vector<ScreenPoint> moves(items.size());
    std::vector<ScreenRect> taken;
    for (const std::size_t i : order) {
        moves[i] = firstFreeMove(items[i], taken);
        taken.push_back(moved(items[i].rect, moves[i]));
    }
    return moves;
}

}  // namespace layers
