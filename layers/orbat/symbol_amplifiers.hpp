// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a table says of a symbol beside its code, in the form in which milsymbol draws it: values of its amplifiers, the
// status in the code, and the country of a code of 30 digits. Pure; any thread.

#include <optional>
#include <string>
#include <string_view>

namespace layers {

// The value of an amplifier (kAmplifierRoles) as milsymbol wants it: a direction from 0 to 360 degrees, "(+)", "(–)" or
// "(±)" for a reinforced or reduced unit, an engagement in capitals. None: it cannot be drawn.
std::optional<std::string> amplifierValue(std::string_view role, std::string_view text);

// The code with a status of the table: "planned", "present", "damaged", "destroyed", "fully capable", "full to
// capacity", in any case. Another word, and a code that cannot be drawn, change nothing.
std::string withStatus(const std::string& sidc, std::string_view status);

// The three letters of ISO 3166-1 for digits 28 to 30 of a code of 30 digits; otherwise empty.
std::string countryIn(std::string_view sidc);

// Whether APP-6 writes a type beside the symbol: of equipment, vehicles, aircraft and ships, not of units.
bool hasEquipmentType(std::string_view sidc);

}  // namespace layers
