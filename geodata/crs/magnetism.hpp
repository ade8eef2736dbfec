// SPDX-License-Identifier: Apache-2.0
#pragma once
// The magnetic declination by the World Magnetic Model, computed by GeographicLib. The coefficients are files that
// come with the program and are read on first use. One thread at a time.

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "geodata/geometry/geometry.hpp"

namespace geodata {

struct Declination {
    double degrees = 0;  // of magnetic north from true north, clockwise: positive is east
    std::string model;   // "WMM2020"

    bool operator==(const Declination&) const = default;
};

class MagneticModels {
public:
    // Of the coefficients' files.
    explicit MagneticModels(std::filesystem::path folder);
    ~MagneticModels();

    // On the ground; `year` with its fraction. None outside the models' years and where the files are missing.
    std::optional<Declination> declinationAt(LonLat position, double year);

private:
    struct Loaded;
    const Loaded* loaded(const std::string& file);

    std::filesystem::path m_folder;
    std::map<std::string, std::unique_ptr<Loaded>> m_loaded;  // by file; null where it cannot be read
};

}  // namespace geodata
