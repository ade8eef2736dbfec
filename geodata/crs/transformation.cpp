// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/transformation.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numbers>
#include <string_view>

#include "geodata/crs/proj_handles.hpp"

namespace geodata {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

PJ_TYPE plainType(PJ_CONTEXT* context, const PJ* crs) {
    if (proj_get_type(crs) != PJ_TYPE_BOUND_CRS) return proj_get_type(crs);
    const proj::Pj source(proj_get_source_crs(context, crs));
    return source ? proj_get_type(source.get()) : PJ_TYPE_UNKNOWN;
}

// Texts of coordinate systems come from files and area files, and PROJ opens the grid or list that one names: by a name
// of its own data alone. A path begins where a value does; the / of "WGS 84 / UTM zone 36N" does not.
bool namesPath(std::string_view definition) {
    bool atStart = true;
    for (std::size_t i = 0; i < definition.size(); ++i) {
        const char c = definition[i];
        const std::string_view rest = definition.substr(i);
        if (atStart && (c == '/' || c == '~' || c == '\\' || rest.starts_with("./") || rest.starts_with("../")))
            return true;
        atStart = c == '=' || c == '"' || c == ',' || c == '@' ||
                  (atStart && (c == ' ' || c == '\t' || c == '\n' || c == '\r'));
    }
    return false;
}

// Map metres per unit of the target: PROJ's normalised geographic coordinates are in the system's own unit, which may
// be grads.
double mapFactor(PJ_CONTEXT* context, const PJ* crs) {
    if (!proj::isGeographic(context, crs)) return 1;
    const bool isBound = proj_get_type(crs) == PJ_TYPE_BOUND_CRS;
    const proj::Pj source(isBound ? proj_get_source_crs(context, crs) : nullptr);
    const proj::Pj axes(proj_crs_get_coordinate_system(context, isBound ? source.get() : crs));
    double radians = 0;
    if (!axes || proj_cs_get_axis_info(context, axes.get(), 0, nullptr, nullptr, nullptr, &radians, nullptr, nullptr,
                                       nullptr) == 0)
        return kPlateCarreeMetresPerDegree;
    return kPlateCarreeMetresPerDegree * radians * 180 / std::numbers::pi;
}

// Systems that PROJ knows and can do nothing with.
Status usable(PJ_CONTEXT* context, const PJ* crs, const std::string& definition) {
    const char* advice = "Give a projected or geographic system, such as EPSG:32636 or EPSG:4326.";
    if (plainType(context, crs) == PJ_TYPE_GEOCENTRIC_CRS)
        return failure("Cannot use coordinate system", quoted(definition, 80),
                       "it is geocentric, and its x, y and z from the earth's centre are no map", advice);
    if (plainType(context, crs) != PJ_TYPE_PROJECTED_CRS || proj_get_type(crs) == PJ_TYPE_BOUND_CRS) return {};
    const proj::Pj conversion(proj_crs_get_coordoperation(context, crs));
    if (!conversion || proj_coordoperation_is_instantiable(context, conversion.get()) != 0) return {};
    const char* method = nullptr;
    proj_coordoperation_get_method_info(context, conversion.get(), &method, nullptr, nullptr);
    return failure(
        "Cannot use coordinate system", quoted(definition, 80),
        fmt::format("PROJ has no method for its projection, {}", quoted(method != nullptr ? method : "of no name", 80)),
        "Convert the data to another system with a program that has it.");
}

}  // namespace

namespace proj {

Context makeContext() {
    Context context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

Result<Pj> openCrs(PJ_CONTEXT* context, const std::string& definition) {
    if (namesPath(definition))
        return failure("Cannot use coordinate system", quoted(definition, 80),
                       "it names a file, and files are not opened for it",
                       "Give an authority code such as EPSG:32636, or WKT.");
    // proj_create would open "@file".
    Pj crs(definition.empty() || definition[0] == '@' ? nullptr : proj_create(context, definition.c_str()));
    if (!crs) {
        const int code = proj_context_errno(context);
        const bool isNamed = code != 0 && code != PROJ_ERR_OTHER;  // PROJ calls the other an unknown error
        const char* reason = isNamed ? proj_context_errno_string(context, code) : "PROJ knows no such system";
        return failure("Cannot use coordinate system", quoted(definition, 80), reason,
                       "Give an authority code such as EPSG:32636, or WKT.");
    }
    if (!proj_is_crs(crs.get()))
        return failure("Cannot use coordinate system", quoted(definition, 80), "it is a transformation, not a system");
    return crs;
}

bool isGeographic(PJ_CONTEXT* context, const PJ* crs) {
    const PJ_TYPE type = plainType(context, crs);
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

}  // namespace proj

struct Transformation::Handles {
    proj::Context context;
    proj::Pj pj;
    double mapFactor = 1;  // map metres per target unit
    bool fromDegrees = false, isOneOperation = false;
};

void Transformation::Deleter::operator()(Handles* handles) const { delete handles; }

Result<Transformation> Transformation::toMap(const std::string& sourceCrs, const std::string& mapCrs) {
    std::unique_ptr<Handles, Deleter> handles(new Handles{proj::makeContext(), nullptr});
    PJ_CONTEXT* context = handles->context.get();
    auto source = proj::openCrs(context, sourceCrs);
    if (!source) return source.error();
    auto target = proj::openCrs(context, mapCrs);
    if (!target) return target.error();
    if (const auto failed = usable(context, source->get(), sourceCrs)) return *failed;
    if (const auto failed = usable(context, target->get(), mapCrs)) return *failed;
    const proj::Pj raw(proj_create_crs_to_crs_from_pj(context, source->get(), target->get(), nullptr, nullptr));
    if (raw) handles->pj.reset(proj_normalize_for_visualization(context, raw.get()));
    if (!handles->pj)
        return failure("Cannot reproject", quoted(sourceCrs, 80) + " to " + quoted(mapCrs, 80),
                       "PROJ knows no operation between the two");
    handles->mapFactor = mapFactor(context, target->get());
    handles->fromDegrees = proj::isGeographic(context, source->get());
    // Where there are several, PROJ says "unavailable until proj_trans is called".
    const char* definition = proj_pj_info(handles->pj.get()).definition;
    handles->isOneOperation = definition != nullptr && !std::string_view(definition).starts_with("unavailable");
    return Transformation(std::move(handles));
}

std::optional<Transformation::Recipe> Transformation::recipe() const {
    const std::string pipeline = isOneOperation() ? proj_pj_info(m_handles->pj.get()).definition : "";
    const bool readsFiles = pipeline.find("grids=") != std::string::npos || pipeline.find("file=") != std::string::npos;
    return pipeline.empty() || readsFiles
               ? std::nullopt
               : std::optional(Recipe{pipeline, m_handles->mapFactor, m_handles->fromDegrees});
}

std::optional<Transformation> Transformation::from(const Recipe& recipe) {
    std::unique_ptr<Handles, Deleter> handles(
        new Handles{proj::makeContext(), nullptr, recipe.mapFactor, recipe.fromDegrees, true});
    const char* nowhere = "/nonexistent";  // or PROJ would open its database, only to ask nothing of it
    proj_log_func(handles->context.get(), nullptr, [](void*, int, const char*) {});
    proj_context_set_search_paths(handles->context.get(), 1, &nowhere);
    handles->pj.reset(proj_create(handles->context.get(), recipe.pipeline.c_str()));
    if (!handles->pj) return {};
    return Transformation(std::move(handles));
}

MapPoint Transformation::forward(MapPoint p) const {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return {kNaN, kNaN};
    const PJ_COORD out = proj_trans(m_handles->pj.get(), PJ_FWD, proj_coord(p.x, p.y, 0, 0));
    const MapPoint placed{out.xy.x * m_handles->mapFactor, out.xy.y * m_handles->mapFactor};
    return std::isfinite(placed.x) && std::isfinite(placed.y) ? placed : MapPoint{kNaN, kNaN};
}

std::size_t Transformation::forward(std::span<MapPoint> points) const {
    std::size_t lost = 0;
    for (MapPoint& p : points) {
        p = forward(p);
        lost += std::isnan(p.x);
    }
    return lost;
}

MapPoint Transformation::inverse(MapPoint p) const {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return {kNaN, kNaN};
    const double factor = m_handles->mapFactor;
    const PJ_COORD out = proj_trans(m_handles->pj.get(), PJ_INV, proj_coord(p.x / factor, p.y / factor, 0, 0));
    if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) return {kNaN, kNaN};
    return {out.xy.x, out.xy.y};
}

bool Transformation::fromDegrees() const { return m_handles->fromDegrees; }
bool Transformation::isOneOperation() const { return m_handles->isOneOperation; }

Result<std::string> crsName(const std::string& definition) {
    const proj::Context context = proj::makeContext();
    auto crs = proj::openCrs(context.get(), definition);
    if (!crs) return crs.error();
    return std::string(proj_get_name(crs->get()));
}

}  // namespace geodata
