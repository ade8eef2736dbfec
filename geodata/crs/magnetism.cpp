// SPDX-License-Identifier: Apache-2.0
#include "geodata/crs/magnetism.hpp"

#include <GeographicLib/MagneticModel.hpp>
#include <array>
#include <cmath>
#include <exception>

namespace geodata {
namespace {

struct ModelYears {
    const char* file;  // without its ending
    const char* name;
    double from, to;  // [from, to)
};
constexpr std::array<ModelYears, 3> kModels{
    {{"wmm2015v2", "WMM2015v2", 2015, 2020}, {"wmm2020", "WMM2020", 2020, 2025}, {"wmm2025", "WMM2025", 2025, 2030}}};

}  // namespace

struct MagneticModels::Loaded {
    Loaded(const std::string& file, const std::string& folder) : model(file, folder) {}
    GeographicLib::MagneticModel model;
};

MagneticModels::MagneticModels(std::filesystem::path folder) : m_folder(std::move(folder)) {}
MagneticModels::~MagneticModels() = default;

const MagneticModels::Loaded* MagneticModels::loaded(const std::string& file) {
    const auto [found, isNew] = m_loaded.try_emplace(file);
    if (isNew) {
        try {
            found->second = std::make_unique<Loaded>(file, m_folder.string());
        } catch (const std::exception&) {
            found->second = nullptr;  // not available
        }
    }
    return found->second.get();
}

std::optional<Declination> MagneticModels::declinationAt(LonLat position, double year) {
    if (!std::isfinite(position.lon) || !(std::abs(position.lat) <= 90)) return {};
    for (const ModelYears& years : kModels) {
        if (!(year >= years.from && year < years.to)) continue;
        const Loaded* known = loaded(years.file);
        if (known == nullptr) return {};
        double east = 0, north = 0, up = 0, horizontal = 0, total = 0, declination = 0, inclination = 0;
        known->model(year, position.lat, position.lon, 0, east, north, up);
        GeographicLib::MagneticModel::FieldComponents(east, north, up, horizontal, total, declination, inclination);
        return Declination{declination, years.name};
    }
    return {};
}

}  // namespace geodata
