// SPDX-License-Identifier: Apache-2.0
#include "viewer/commands/check.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <system_error>

#include "layers/area/area_edits.hpp"
#include "viewer/commands/check_report.hpp"
#include "viewer/desktop/exit_code.hpp"
#include "viewer/workspace/layer_request.hpp"
#include "viewer/workspace/time_table.hpp"

namespace viewer {
namespace {

using geodata::LoadFailure;
using geodata::LoadRequest;
namespace fs = std::filesystem;

// Files outside an area are placed in plate carrée metres: any position on earth has a place there.
constexpr const char* kMapCrsOfFiles = "EPSG:4326";

struct Planned {  // requests[i] feeds report.sources[i]
    CheckedFile report;
    std::vector<LoadRequest> requests;
};

// Nothing is kept of what is only looked at.
LoadRequest uncached(LoadRequest request) {
    request.useCache = false;
    return request;
}

// Rows that were picked may lie anywhere: lettering of the next sea, a border elsewhere.
std::optional<geodata::LonLatBox> homeOf(const layers::Document& area, const layers::LayerSpec& layer) {
    return layer.where.empty() ? area.home : std::nullopt;
}

Planned planArea(const fs::path& file, const layers::CodeKnowledge& knows) {
    Planned plan{.report = {.file = file.string(), .isArea = true, .sources = {}, .failure = {}}, .requests = {}};
    const auto area = layers::readAreaWithEdits(file);
    if (!area) plan.report.failure = CheckFailure{LoadFailure::refused, area.error().text};
    if (!area) return plan;
    for (const layers::LayerSpec& layer : area->layers) {
        if (layer.source.empty()) continue;
        const bool isUnits = layer.kind == layers::LayerKind::units;
        plan.report.sources.emplace_back(
            layer.id,
            isUnits ? std::optional(UnitCheck{layer.columns, layer.where.empty(), true, knows}) : std::nullopt,
            homeOf(*area, layer));
        plan.requests.push_back(uncached(requestOf(layer, area->crs)));
    }
    for (const layers::LayerSpec& events : timelineDocument(*area).layers) {
        plan.report.sources.emplace_back(kTimelineSource, std::nullopt, std::nullopt);
        plan.requests.push_back(uncached(requestOf(events, area->crs)));
    }
    return plan;
}

Planned planFile(const fs::path& file, const std::string& crs, const layers::CodeKnowledge& knows) {
    if (file.extension() == ".toml") return planArea(file, knows);
    layers::LayerSpec whole;
    std::error_code error;  // where the working folder is gone, the loader refuses the path with its own sentence
    whole.source = fs::absolute(file, error);
    whole.crs = crs;
    return {{file.string(), false, {CheckedSource({}, UnitCheck{{}, true, false, knows})}, {}},
            {uncached(requestOf(whole, kMapCrsOfFiles))}};
}

void load(Planned& plan, geodata::Link& link) {
    std::map<geodata::LoadId, CheckedSource*> open;
    for (std::size_t i = 0; i < plan.requests.size(); ++i) open[link.start(plan.requests[i])] = &plan.report.sources[i];
    while (!open.empty()) {
        for (const geodata::LoadEvent& event : link.wait(1)) {
            const auto source = open.find(event.id);
            if (source == open.end()) continue;
            source->second->take(event);
            if (source->second->done()) open.erase(source);
        }
    }
}

}  // namespace

int runCheck(const CommandLine& line, const CheckMeans& means, std::ostream& out, std::ostream& err) {
    int code = exit_code::kDone;
    for (const fs::path& file : line.open.files) {
        Planned plan = planFile(file, line.open.sourceCrs, means.knows);
        load(plan, means.link);
        nameOrphans(plan.report);
        out << (line.json ? jsonLine(plan.report) + "\n" : humanText(plan.report)) << std::flush;
        err << complaints(plan.report) << std::flush;
        code = std::max(code, exitCodeOf(plan.report));
    }
    return code;
}

}  // namespace viewer
