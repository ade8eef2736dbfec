// SPDX-License-Identifier: Apache-2.0
#pragma once
// File names that a picture may carry to other people. They are never absolute paths, which would reveal a home
// folder. Pure; any thread.

#include <filesystem>
#include <string>
#include <string_view>

namespace viewer {

struct PortablePlace {
    std::filesystem::path folder;  // of the picture
    std::filesystem::path areas;   // the bundled areas
    std::filesystem::path home;    // the user's; empty: there is none
};

// "area:unifil" for a bundled area; "~/maps/a.toml" for what lies in the home while the picture does not; otherwise the
// way there from the picture's folder.
std::string portableName(const std::filesystem::path& file, const PortablePlace& place);
// The other way; an absolute name is kept.
std::filesystem::path fileNamed(std::string_view name, const PortablePlace& place);

// Below the folder, however the path is written.
bool liesIn(const std::filesystem::path& file, const std::filesystem::path& folder);

// The place of a picture that is, or is to be, written under this name.
PortablePlace portablePlaceOf(const std::filesystem::path& picture, const std::filesystem::path& areas);

}  // namespace viewer
