// SPDX-License-Identifier: Apache-2.0
#pragma once
// A coordinate system as the text that other programs read beside a picture. Any thread.

#include <string>

#include "geodata/result/result.hpp"

namespace geodata {

struct CrsFile {
    std::string wkt;           // as a .prj file holds it
    double metresPerUnit = 1;  // map metres per unit of the system: those of a degree where it is geographic
};
Result<CrsFile> crsFileOf(const std::string& definition);

}  // namespace geodata
