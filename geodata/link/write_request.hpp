// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the viewer asks of `opsmap-loader --write FOLDER`: a GeoTIFF from the rows that follow, or a PDF from pages in
// the folder. Values with their form on the socket. Any thread.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace geodata {

using PictureNotes = std::vector<std::pair<std::string, std::string>>;  // keyword and text

// RGB rows follow, three bytes a pixel, top row first.
struct GeoTiffRequest {
    std::uint32_t width = 0, height = 0;  // pixels
    std::string crs;                      // authority code or WKT
    double west = 0, north = 0;           // outer corner of the first pixel, in the system's units
    double unitsPerPx = 1;
    double dpi = 0;  // 0: none is written
    PictureNotes notes;
};

struct PdfPage {
    std::string file;         // in the folder; of the sheet's size
    std::uint32_t layer = 0;  // of PdfRequest::layers
};

struct PdfRequest {
    double widthPt = 0, heightPt = 0;
    std::string crs;
    double west = 0, south = 0, east = 0, north = 0;  // of the whole sheet, in the system's units
    std::vector<std::string> layers;                  // names, each switched by itself; topmost last
    std::vector<PdfPage> pages;                       // lowest first; all are laid on one sheet
    std::string title;
    PictureNotes notes;
};

using WriteRequest = std::variant<GeoTiffRequest, PdfRequest>;

// The file that the writer leaves in its folder.
inline constexpr const char* kWrittenName = "picture";

std::string encodeWriteRequest(const WriteRequest& job);
std::optional<WriteRequest> decodeWriteRequest(std::string_view bytes);

}  // namespace geodata
