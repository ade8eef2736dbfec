// SPDX-License-Identifier: Apache-2.0
#pragma once
// What an archive is, judged by the names of its members: a KMZ, a spreadsheet, zipped Shapefiles, another zipped file,
// or nothing that is read. Pure; any thread.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "geodata/source/workbook.hpp"

namespace geodata {

enum class ArchiveKind : std::uint8_t { kmz, excel, openDocument, shapefiles, text, binary, other };

struct ArchiveContent {
    ArchiveKind kind = ArchiveKind::other;
    std::vector<std::string> files = {};   // of this kind; of a KMZ the one that is read comes first
    std::string driver = {};               // of a binary one
    std::string reason = {}, advice = {};  // where it is not read

    const std::string& main() const { return files.front(); }
};

ArchiveContent contentOf(std::span<const std::string> members, const MemberReader& read);

// "a.kml", "b.kml" and 3 more
std::string quotedList(std::span<const std::string> names);

}  // namespace geodata
