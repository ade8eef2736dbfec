// SPDX-License-Identifier: Apache-2.0
#include "geodata/source/guards.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace geodata {
namespace {

// Each was looked up in the library: GDAL passes over a name that it does not know.
struct Setting {
    const char *name, *value;
};
constexpr Setting kSettings[] = {
    {"GDAL_DRIVER_PATH", "disable"},  // no plug-ins
    {"GDAL_PAM_ENABLED", "NO"},       // no .aux.xml beside the file
    {"GDAL_VRT_ENABLE_PYTHON", "NO"},
    {"CPL_ALLOW_VSISTDIN", "NO"},
    {"GML_DOWNLOAD_WFS_SCHEMA", "NO"},
    {"GML_SKIP_RESOLVE_ELEMS", "ALL"},  // xlink:href to elsewhere
    {"LIBKML_RESOLVE_STYLE", "NO"},     // styleUrl to elsewhere
    {"OGR_SQLITE_PRAGMA", "trusted_schema=0,cell_size_check=1,mmap_size=0"},
};

constexpr std::array<std::string_view, 3> kAllowedFileSystems{"/vsimem/", "/vsizip/", "/vsigzip/"};

CPLHTTPResult* refuseFetch(const char* address, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*,
                           void*) {
    CPLError(CE_Failure, CPLE_AppDefined, "it refers to %s, and nothing is fetched from the network", address);
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("the network is not used");
    return result;
}

void* refuseOpen(void*, const char* name, const char*) {
    CPLError(CE_Failure, CPLE_OpenFailed, "it refers to %s, which is not opened", name);
    return nullptr;
}

int refuseStat(void*, const char*, VSIStatBufL*, int) { return -1; }

// Archives inside memory and zip stay; curl, S3, tar, sparse, standard input and whatever else GDAL brings do not.
void refuseFileSystems() {
    VSIFilesystemPluginCallbacksStruct* refusing = VSIAllocFilesystemPluginCallbacksStruct();
    refusing->open = refuseOpen;
    refusing->stat = refuseStat;
    char** const prefixes = VSIGetFileSystemsPrefixes();  // never freed: GDAL 3.6 keeps these very pointers
    for (int i = 0; i < CSLCount(prefixes); ++i)
        if (std::ranges::find(kAllowedFileSystems, std::string_view(prefixes[i])) == kAllowedFileSystems.end())
            VSIInstallPluginHandler(prefixes[i], refusing);
    VSIFreeFilesystemPluginCallbacksStruct(refusing);
}

}  // namespace

void setGuards() {
    for (const Setting& setting : kSettings) CPLSetConfigOption(setting.name, setting.value);
    OSRSetPROJEnableNetwork(0);
    CPLHTTPSetFetchCallback(refuseFetch, nullptr);
    refuseFileSystems();
}

}  // namespace geodata

// For the sanitizer builds: what GDAL itself does is not ours to mend. It never frees the handlers that were replaced
// above, and takes its own locks in two orders. The loader gets none of the user's environment, so no variable could
// say this.
#if defined(OPSMAP_SANITIZED)
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libgdal.so\n"; }
extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions() { return "deadlock:libgdal.so\n"; }
#endif
