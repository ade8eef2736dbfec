// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/readable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "geodata/source/archive.hpp"
#include "geodata/source/archive_content.hpp"
#include "geodata/source/drivers.hpp"
#include "geodata/source/json_kinds.hpp"
#include "geodata/source/kml_notes.hpp"
#include "geodata/source/shape_index.hpp"
#include "geodata/source/table_text.hpp"
#include "geodata/source/text_encoding.hpp"
#include "geodata/source/workbook.hpp"

namespace geodata {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTableHeadBytes = 64 << 10;

Error refused(const LoadRequest& request, const std::string& reason, const std::string& advice = {}) {
    return failure("Cannot read", geodata::quoted(request.path.string()), reason, advice);
}

std::string startOfFile(const fs::path& file, std::size_t most) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(most, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(most));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

std::string wholeFile(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Readable inMemory(const std::string& driver, std::string content, const fs::path& name) {
    Readable made{.driver = driver, .path = {}};
    made.memory.push_back(std::make_unique<MemoryFile>(std::move(content), name));
    made.path = made.memory.back()->path();
    return made;
}

// GDAL knows tables by their ending, and names the layer after the file.
fs::path tableName(const fs::path& file) { return file.stem().string() + ".csv"; }

// GDAL reads commas, semicolons and tabs by itself.
std::string tableFrom(std::string text, const LoadRequest& request) {
    const TableStart start = startOf(std::string_view(text).substr(0, kTableHeadBytes), request.position);
    text.erase(0, start.skippedBytes);
    if (start.separator != '|') return text;
    return csvOf(rowsOf(text, '|', std::string::npos), request.position);
}

Result<Readable> table(std::string bytes, const fs::path& name, const LoadRequest& request) {
    if (!request.encoding.empty()) {
        auto text = fromEncoding(bytes, request.encoding);
        if (!text)
            return refused(request, fmt::format("the encoding {} is not known", geodata::quoted(request.encoding)),
                           "Write for example CP1251, CP1256 or ISO-8859-6.");
        bytes = std::move(*text);
    }
    return inMemory("CSV", tableFrom(std::move(bytes), request), tableName(name));
}

// A text that is no file of its own: a member of an archive, or one whose encoding was changed.
Result<Readable> fromText(std::string bytes, const fs::path& name, const LoadRequest& request) {
    if (isUtf16(bytes)) bytes = fromUtf16(bytes);
    const std::string driver = driverOf(bytes, name.extension().string());
    if (driver.empty()) return refused(request, refusalOfContent(bytes).reason, refusalOfContent(bytes).advice);
    if (driver == "CSV") return table(std::move(bytes), name, request);
    if (driver == "GeoJSON" && isOneFeatureALine(bytes)) bytes = collectionOf(bytes);
    const std::string reader = driver == "GeoJSON" && isEsriJson(bytes) ? "ESRIJSON" : driver;
    std::vector<Warning> notes;
    if (driver == "LIBKML")
        notes = kmlNotes(bytes, geodata::quoted(name.filename().string()), [](const auto&) { return false; });
    Readable made = inMemory(reader, std::move(bytes), name);
    made.notes = std::move(notes);
    return made;
}

Result<Readable> sheetAsTable(const std::optional<Sheet>& sheet, const LoadRequest& request) {
    if (!sheet) return refused(request, "the spreadsheet is damaged", "Save it again, or save its sheet as CSV.");
    if (sheet->rows.empty())
        return refused(request, fmt::format("its first sheet, {}, is empty", geodata::quoted(sheet->name)),
                       "Put the table into the first sheet.");
    Readable made = inMemory("CSV", csvOf(sheet->rows, request.position), tableName(request.path));
    if (!sheet->otherSheets.empty())
        made.notes.push_back(
            {fmt::format(
                 "Only the first sheet of {}, {}, was read; {} of its other sheets hold values, too (first: {}).",
                 geodata::quoted(request.path.filename().string()), geodata::quoted(sheet->name),
                 sheet->otherSheets.size(), geodata::quoted(sheet->otherSheets.front())),
             sheet->otherSheets.size()});
    return made;
}

// Of a KMZ GDAL reads one KML and those that it links to.
std::vector<Warning> notesOfKmz(const LoadRequest& request, const ArchiveContent& content) {
    const std::string file = geodata::quoted(request.path.filename().string());
    const auto isInside = [&](const std::string& target) {
        return std::ranges::find(content.files, target) != content.files.end();
    };
    const std::string& main = content.main();
    const std::string text = memberBytes(request.path, main);
    std::vector<Warning> notes = kmlNotes(text, file, isInside);
    const auto links = kmlLinks(text);
    std::vector<std::string> unread;
    for (const std::string& other : content.files)
        if (other != main && std::ranges::find(links, other) == links.end()) unread.push_back(other);
    if (!unread.empty())
        notes.push_back({fmt::format("Of the {} KML files in {} only {} was read; not read: {}. Unpack the archive and "
                                     "open them.",
                                     content.files.size(), file, geodata::quoted(main), quotedList(unread)),
                         unread.size()});
    return notes;
}

// The folder of several Shapefiles is one source with a layer for each.
Result<Readable> shapesInArchive(const LoadRequest& request, const ArchiveContent& content) {
    const auto folderOf = [](const std::string& member) { return fs::path(member).parent_path().string(); };
    const std::string folder = folderOf(content.main());
    std::vector<std::string> unread;
    for (const std::string& other : content.files)
        if (folderOf(other) != folder) unread.push_back(other);
    const bool one = content.files.size() - unread.size() == 1;
    Readable made{.driver = "ESRI Shapefile", .path = memberPath(request.path, one ? content.main() : folder)};
    if (!unread.empty())
        made.notes.push_back(
            {fmt::format("Of the {} Shapefiles in {} those of one folder were read; not read: {}. Unpack "
                         "the archive and open them.",
                         content.files.size(), geodata::quoted(request.path.filename().string()), quotedList(unread)),
             unread.size()});
    return made;
}

Result<Readable> fromArchive(const LoadRequest& request) {
    const MemberReader read = [&](const std::string& member) { return memberBytes(request.path, member); };
    const ArchiveContent content = contentOf(membersOf(request.path), read);
    switch (content.kind) {
        case ArchiveKind::excel: return sheetAsTable(excelSheet(read), request);
        case ArchiveKind::openDocument: return sheetAsTable(openDocumentSheet(read), request);
        case ArchiveKind::shapefiles: return shapesInArchive(request, content);
        case ArchiveKind::text: return fromText(read(content.main()), fs::path(content.main()).filename(), request);
        case ArchiveKind::binary:
            return Readable{.driver = content.driver, .path = memberPath(request.path, content.main())};
        case ArchiveKind::kmz:
            return Readable{
                .driver = "LIBKML", .path = request.path.string(), .memory = {}, .notes = notesOfKmz(request, content)};
        case ArchiveKind::other: break;
    }
    return refused(request, content.reason, content.advice);
}

bool hasIndex(const fs::path& shapes) {
    std::error_code error;
    return std::ranges::any_of(std::array{".shx", ".SHX", ".Shx"}, [&](const char* ending) {
        return fs::exists(fs::path(shapes).replace_extension(ending), error);
    });
}

// All its files in one folder of memory: GDAL looks for them beside each other.
Readable shapesWithIndex(const fs::path& file) {
    const std::string shapes = wholeFile(file);
    Readable made{.driver = "ESRI Shapefile", .path = {}};
    const auto add = [&](std::string content, const char* ending) {
        fs::path name = file.filename();
        made.memory.push_back(std::make_unique<MemoryFile>(std::move(content), name.replace_extension(ending),
                                                           made.memory.empty() ? nullptr : made.memory.front().get()));
    };
    add(shapeIndexOf(shapes), ".shx");
    add(shapes, ".shp");
    made.path = made.memory.back()->path();
    for (const auto& [upper, lower] : {std::pair(".DBF", ".dbf"), {".PRJ", ".prj"}, {".CPG", ".cpg"}})
        for (const char* ending : {lower, upper})
            if (std::string side = wholeFile(fs::path(file).replace_extension(ending)); !side.empty()) {
                add(std::move(side), lower);
                break;
            }
    return made;
}

}  // namespace

Result<Readable> readableOf(const LoadRequest& request, const LinkLimits& limits) {
    if (isArchive(request.path)) {
        if (const auto bomb = unpacksWithin(request.path, limits)) return *bomb;
        return fromArchive(request);
    }
    const std::string head = startOfFile(request.path, kTableHeadBytes);
    if (isUtf16(head)) return fromText(wholeFile(request.path), request.path.filename(), request);
    const auto driver = driverFor(request.path);
    if (!driver) return driver.error();
    Readable plain{.driver = *driver, .path = request.path.string()};
    if (*driver == "CSV") {
        const TableStart start = startOf(head, request.position);
        const bool asItIs = start.skippedBytes == 0 && start.separator != '|' && request.encoding.empty() &&
                            request.path.extension() != ".txt";
        if (!asItIs) return table(wholeFile(request.path), request.path.filename(), request);
    }
    if (*driver == "GeoJSON" && isOneFeatureALine(head))
        return inMemory("GeoJSON", collectionOf(wholeFile(request.path)), request.path.filename());
    if (*driver == "GeoJSON" && isEsriJson(head)) plain.driver = "ESRIJSON";
    if (*driver == "ESRI Shapefile" && !hasIndex(request.path)) return shapesWithIndex(request.path);
    if (*driver == "LIBKML")
        plain.notes = kmlNotes(wholeFile(request.path), geodata::quoted(request.path.filename().string()),
                               [](const auto&) { return false; });
    return plain;
}

Error openingRefused(const LoadRequest& request, const Readable& readable, const std::string& gdalText) {
    const std::string& driver = readable.driver;
    if (driver == "GeoJSON" || driver == "ESRIJSON") {
        const JsonRefusal why = refusalOfJson(startOfFile(request.path, kTableHeadBytes));
        return refused(request, why.reason + (gdalText.empty() ? "" : " (" + gdalText + ")"), why.advice);
    }
    const std::string name = formatName(driver);
    if (!gdalText.empty()) return refused(request, fmt::format("it is no good {} file ({})", name, gdalText));
    if (driver == "GPKG")
        return refused(request, "it is a database without vector layers, perhaps one of images (MBTiles, raster tiles)",
                       "Images are not read yet.");
    return refused(request, fmt::format("it looks like a {} file but is damaged or incomplete", name),
                   "Save it again with the program that made it.");
}

}  // namespace geodata
