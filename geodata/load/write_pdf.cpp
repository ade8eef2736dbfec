// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/write_pdf.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <span>

#include "geodata/source/crs_text.hpp"
#include "geodata/source/ogr_handles.hpp"

namespace geodata {
namespace {

struct Freed {
    void operator()(char* text) const { CPLFree(text); }
};
using CplText = std::unique_ptr<char, Freed>;

std::string escaped(const std::string& text) {
    return CplText(CPLEscapeString(text.c_str(), static_cast<int>(text.size()), CPLES_XML)).get();
}

// GDAL's composition takes control points in the order in which the system's own definition has its axes.
std::string axisMapping(OGRSpatialReferenceH crs) {
    int count = 0;
    const int* axes = OSRGetDataAxisToSRSAxisMapping(crs, &count);
    return count < 2 ? "1,2" : fmt::format("{},{}", axes[0], axes[1]);
}

std::string georeferencing(const PdfRequest& job, OGRSpatialReferenceH crs) {
    char* made = nullptr;
    OSRExportToWktEx(crs, &made, nullptr);
    const CplText wkt(made);
    const double w = job.widthPt, h = job.heightPt;
    std::string xml = fmt::format(
        "<Georeferencing id=\"map\"><SRS dataAxisToSRSAxisMapping=\"{}\">{}</SRS><BoundingPolygon>POLYGON((0 0,{} 0,{} "
        "{},0 {},0 0))</BoundingPolygon>",
        axisMapping(crs), escaped(wkt ? wkt.get() : ""), w, w, h, h);
    struct Corner {
        double x, y, geoX, geoY;
    };
    for (const Corner& c : std::array<Corner, 4>{{{0, 0, job.west, job.south},
                                                  {w, 0, job.east, job.south},
                                                  {w, h, job.east, job.north},
                                                  {0, h, job.west, job.north}}})
        xml += fmt::format("<ControlPoint x=\"{}\" y=\"{}\" GeoX=\"{:.17g}\" GeoY=\"{:.17g}\"/>", c.x, c.y, c.geoX,
                           c.geoY);
    return xml + "</Georeferencing>";
}

// XMP is stored as plain text, so that the notes can be found without reading the PDF's structure.
std::string xmp(const PdfRequest& job) {
    std::string notes;
    for (const auto& [key, text] : job.notes)
        notes += fmt::format("<opsmap:note key=\"{}\">{}</opsmap:note>\n", escaped(key), escaped(text));
    return "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:opsmap=\"urn:opsmap\">\n" +
           notes + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

std::string layerTree(const PdfRequest& job) {
    std::string xml = "<LayerTree displayOnlyOnVisiblePages=\"false\">";
    for (std::size_t i = job.layers.size(); i-- > 0;)  // readers list the topmost first
        xml += fmt::format("<Layer id=\"layer{}\" name=\"{}\"/>", i, escaped(job.layers[i]));
    return xml + "</LayerTree>";
}

// GDAL's PDF driver does not look whether its writing succeeded, so it writes to memory.
constexpr const char* kInMemory = "/vsimem/sheet.pdf";

Status save(const std::filesystem::path& path, std::span<const std::byte> bytes) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"), std::fclose);
    const bool written =
        file && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() && std::fflush(file.get()) == 0;
    return written ? Status() : Status(Error{std::strerror(errno)});
}

bool isPlainName(const std::string& name) {
    return !name.empty() && name.find('/') == std::string::npos && name[0] != '.';
}

}  // namespace

Result<std::string> compositionOf(const PdfRequest& job, const std::filesystem::path& folder) {
    const ogr::ErrorCapture quiet;
    const ogr::Crs crs = crsOf(job.crs);
    if (!crs) return Error{"GDAL does not know the map's coordinate system"};
    std::string xml =
        fmt::format("<PDFComposition><Metadata><Creator>opsmap</Creator><Title>{}</Title><XMP>{}</XMP></Metadata>",
                    escaped(job.title), escaped(xmp(job)));
    xml +=
        layerTree(job) +
        fmt::format("<Page id=\"sheet\"><DPI>72</DPI><Width>{}</Width><Height>{}</Height>", job.widthPt, job.heightPt) +
        georeferencing(job, crs.get());
    xml += "<Content streamCompression=\"DEFLATE\">";
    for (const PdfPage& page : job.pages) {
        if (!isPlainName(page.file) || page.layer >= job.layers.size())
            return Error{"what is asked for is not understood"};
        xml += fmt::format("<IfLayerOn layerId=\"layer{}\"><PDF dataset=\"{}\"/></IfLayerOn>", page.layer,
                           escaped((folder / page.file).string()));
    }
    return xml + "</Content></Page></PDFComposition>";
}

Status writePdf(const PdfRequest& job, const std::filesystem::path& folder) {
    if (!(job.widthPt > 0 && job.heightPt > 0)) return Error{"its sheet has no size"};
    const ogr::ErrorCapture errors;
    const auto composition = compositionOf(job, folder);
    if (!composition) return composition.error();
    const std::string option = "COMPOSITION_FILE=" + *composition;
    const char* options[] = {option.c_str(), nullptr};
    const ogr::Dataset made(GDALCreate(GDALGetDriverByName("PDF"), kInMemory, 0, 0, 0, GDT_Unknown, options));
    if (!made || errors.failed()) return Error{errors.text("GDAL cannot, and says no more")};
    vsi_l_offset length = 0;
    const GByte* bytes = VSIGetMemFileBuffer(kInMemory, &length, FALSE);
    return save(folder / kWrittenName, std::as_bytes(std::span(bytes, static_cast<std::size_t>(length))));
}

}  // namespace geodata
