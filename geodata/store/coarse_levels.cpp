// SPDX-License-Identifier: Apache-2.0
#include "geodata/store/coarse_levels.hpp"

#include <algorithm>

namespace geodata {
namespace {

constexpr double kFinestM = 1, kCoarsestM = 1 << 20, kStep = 4;  // tolerances that are tried
constexpr std::size_t kLeastVertices = 4096;                     // fewer are read as quickly as they are found
constexpr std::size_t kLeastSaved = 4;                           // so many vertices become one at most

bool isLong(const MapBox& box, double thanM) { return std::max(box.width(), box.height()) >= thanM; }

std::size_t countFrom(std::span<const float> importance, double toleranceM) {
    const auto least = static_cast<float>(toleranceM);
    return static_cast<std::size_t>(
        std::count_if(importance.begin(), importance.end(), [least](float value) { return value >= least; }));
}

void addPart(CoarseLevel& level, const StoreLevel& fine, std::size_t part) {
    const std::size_t before = level.vertices.size();
    for (std::size_t i = part == 0 ? 0 : fine.partEnds[part - 1]; i < fine.partEnds[part]; ++i) {
        if (!(fine.importance[i] >= level.toleranceM)) continue;
        level.vertices.push_back(fine.vertices[i]);
        level.importance.push_back(fine.importance[i]);
    }
    if (level.vertices.size() == before) return;
    level.partEnds.push_back(static_cast<std::uint32_t>(level.vertices.size()));
    level.partBoxes.push_back(fine.partBoxes[part]);
}

}  // namespace

CoarseLevel coarseLevel(const StoreLevel& fine, std::span<const GeometryKind> kinds, double toleranceM) {
    CoarseLevel level;
    level.toleranceM = toleranceM;
    std::size_t part = 0;
    for (std::size_t f = 0; f < kinds.size(); ++f) {
        for (; part < fine.featurePartEnds[f]; ++part)
            if (kinds[f] != GeometryKind::point && isLong(fine.partBoxes[part], toleranceM)) addPart(level, fine, part);
        level.featurePartEnds.push_back(static_cast<std::uint32_t>(level.partEnds.size()));
    }
    return level;
}

std::vector<CoarseLevel> coarseLevels(const StoreChunk& chunk) {
    std::vector<CoarseLevel> levels;
    StoreLevel finer = chunk.whole();
    for (double toleranceM = kFinestM;
         toleranceM <= kCoarsestM && levels.size() < kMostLevels && finer.vertices.size() >= kLeastVertices;
         toleranceM *= kStep) {
        if (countFrom(finer.importance, toleranceM) > finer.vertices.size() / kLeastSaved) continue;
        levels.push_back(coarseLevel(finer, chunk.kinds, toleranceM));
        finer = levels.back().view();
    }
    return levels;
}

}  // namespace geodata
