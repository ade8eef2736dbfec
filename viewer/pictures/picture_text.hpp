// SPDX-License-Identifier: Apache-2.0
#pragma once
// Extracts the notes from a picture's bytes. The bytes are not trusted: only texts of a bounded size are taken, and a
// damaged picture simply has none. Pure; any thread.

#include <cstddef>
#include <filesystem>
#include <span>

#include "geodata/result/result.hpp"
#include "viewer/pictures/picture_notes.hpp"

namespace viewer {

// Uncompressed iTXt chunks before the pixels.
PictureNotes notesInPng(std::span<const std::byte> file);
// <opsmap:note key="…"> of the file's XMP, which is plain text.
PictureNotes notesInPdf(std::string_view file);

// By the file's name and its first bytes; a file of another kind has none. Refused where it cannot be read.
geodata::Result<PictureNotes> readNotes(const std::filesystem::path& file);

}  // namespace viewer
