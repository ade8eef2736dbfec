// SPDX-License-Identifier: Apache-2.0
#pragma once
// GDAL's handles as owning types, and its errors as text. Used only in geodata/source and geodata/load; one thread.

#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>
#include <string>
#include <string_view>

namespace geodata::ogr {

struct DatasetCloser {
    void operator()(void* dataset) const { GDALClose(dataset); }
};
struct FeatureDestroyer {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
struct GeometryDestroyer {
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};
struct CrsReleaser {
    void operator()(OGRSpatialReferenceH crs) const { OSRRelease(crs); }
};
using Dataset = std::unique_ptr<void, DatasetCloser>;
using Feature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FeatureDestroyer>;
using Geometry = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, GeometryDestroyer>;
using Crs = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, CrsReleaser>;

// While it lives, what GDAL complains about is kept here and printed nowhere.
class ErrorCapture {
public:
    ErrorCapture() {
        CPLErrorReset();
        CPLPushErrorHandlerEx(take, this);
    }
    ~ErrorCapture() { CPLPopErrorHandler(); }
    ErrorCapture(const ErrorCapture&) = delete;
    ErrorCapture& operator=(const ErrorCapture&) = delete;

    bool failed() const { return !m_text.empty(); }
    // Some text could not be turned into UTF-8. GDAL says so once per process.
    bool lostCharacters() const { return m_lostCharacters; }
    // A text was to be read in an encoding that is not known.
    bool unknownEncoding() const { return m_unknownEncoding; }
    void forget() {
        m_text.clear();
        m_lostCharacters = false;
    }
    // The first failure's text, without its full stop; `otherwise` where GDAL gave none.
    std::string text(const std::string& otherwise) const { return m_text.empty() ? otherwise : m_text; }

private:
    static void CPL_STDCALL take(CPLErr kind, CPLErrorNum, const char* text) {
        auto& self = *static_cast<ErrorCapture*>(CPLGetErrorHandlerUserData());
        if (kind == CE_Warning && std::string_view(text).find("converted correctly from") != std::string_view::npos)
            self.m_lostCharacters = true;
        if (std::string_view(text).find("Recode from") != std::string_view::npos) self.m_unknownEncoding = true;
        auto& first = self.m_text;
        if (kind < CE_Failure || !first.empty()) return;
        first = text;
        while (!first.empty() && (first.back() == '.' || first.back() == '\n' || first.back() == ' ')) first.pop_back();
    }
    std::string m_text;
    bool m_lostCharacters = false;
    bool m_unknownEncoding = false;
};

}  // namespace geodata::ogr
