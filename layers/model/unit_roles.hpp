// SPDX-License-Identifier: Apache-2.0
#pragma once
// The meanings that columns of a units table can have, by the names of the area file's [layer.columns]. Any thread.

#include <map>
#include <string>
#include <string_view>

namespace layers {

inline constexpr std::string_view kUnitRoles[] = {
    "id",      "name",       "sidc",     "parent",        "country", "strength", "place",    "source", "type",
    "echelon", "valid_from", "valid_to", "uncertainty_m", "higher",  "status",   "relieves", "legend"};
// Texts and signs around a symbol, by the names of milsymbol's options.
inline constexpr std::string_view kAmplifierRoles[] = {"quantity",
                                                       "reinforcedReduced",
                                                       "staffComments",
                                                       "additionalInformation",
                                                       "evaluationRating",
                                                       "combatEffectiveness",
                                                       "signatureEquipment",
                                                       "iffSif",
                                                       "direction",
                                                       "dtg",
                                                       "altitudeDepth",
                                                       "speed",
                                                       "specialHeadquarters",
                                                       "platformType",
                                                       "commonIdentifier",
                                                       "headquartersElement",
                                                       "engagementBar",
                                                       "engagementType"};
inline constexpr std::string_view kPositionRoles[] = {"lat", "lon", "wkt", "mgrs",
                                                      "position"};  // where a row is: the loader needs these

using ColumnMapping = std::map<std::string, std::string>;  // role → column

}  // namespace layers
