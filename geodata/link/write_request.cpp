// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/write_request.hpp"

#include "geodata/link/wire_format.hpp"

namespace geodata {
namespace {

enum Kind : std::uint64_t { geoTiff = 1, pdf = 2 };

void write(FieldWriter& out, const PictureNotes& notes) {
    out.number(notes.size());
    for (const auto& [key, text] : notes) {
        out.text(key);
        out.text(text);
    }
}

// A count that cannot be true ends with the bytes.
PictureNotes readNotes(FieldReader& in) {
    PictureNotes notes;
    for (std::uint64_t left = in.number(); left > 0 && in.ok(); --left) {
        std::string key = in.text();
        notes.emplace_back(std::move(key), in.text());
    }
    return notes;
}

void write(FieldWriter& out, const GeoTiffRequest& job) {
    out.number(Kind::geoTiff);
    out.number(job.width);
    out.number(job.height);
    out.text(job.crs);
    for (const double value : {job.west, job.north, job.unitsPerPx, job.dpi}) out.real(value);
    write(out, job.notes);
}

GeoTiffRequest readGeoTiff(FieldReader& in) {
    GeoTiffRequest job;
    job.width = in.number32();
    job.height = in.number32();
    job.crs = in.text();
    for (double* value : {&job.west, &job.north, &job.unitsPerPx, &job.dpi}) *value = in.real();
    job.notes = readNotes(in);
    return job;
}

void write(FieldWriter& out, const PdfRequest& job) {
    out.number(Kind::pdf);
    out.text(job.crs);
    for (const double value : {job.widthPt, job.heightPt, job.west, job.south, job.east, job.north}) out.real(value);
    out.number(job.layers.size());
    for (const std::string& layer : job.layers) out.text(layer);
    out.number(job.pages.size());
    for (const PdfPage& page : job.pages) {
        out.text(page.file);
        out.number(page.layer);
    }
    out.text(job.title);
    write(out, job.notes);
}

PdfRequest readPdf(FieldReader& in) {
    PdfRequest job;
    job.crs = in.text();
    for (double* value : {&job.widthPt, &job.heightPt, &job.west, &job.south, &job.east, &job.north})
        *value = in.real();
    for (std::uint64_t left = in.number(); left > 0 && in.ok(); --left) job.layers.push_back(in.text());
    for (std::uint64_t left = in.number(); left > 0 && in.ok(); --left) {
        std::string file = in.text();
        job.pages.push_back({std::move(file), in.number32()});
    }
    job.title = in.text();
    job.notes = readNotes(in);
    return job;
}

}  // namespace

std::string encodeWriteRequest(const WriteRequest& job) {
    FieldWriter out;
    std::visit([&](const auto& kind) { write(out, kind); }, job);
    return out.take();
}

std::optional<WriteRequest> decodeWriteRequest(std::string_view bytes) {
    FieldReader in(bytes);
    std::optional<WriteRequest> job;
    switch (in.number()) {
        case Kind::geoTiff: job = readGeoTiff(in); break;
        case Kind::pdf: job = readPdf(in); break;
        default: return {};
    }
    if (!in.finished()) return {};
    return job;
}

}  // namespace geodata
