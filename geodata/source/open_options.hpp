// SPDX-License-Identifier: Apache-2.0
#pragma once
// How GDAL opens a source: what each driver must be told so that it reads what the file says and writes nothing beside
// it.

#include <cpl_string.h>

#include <string>

#include "geodata/link/load_request.hpp"

namespace geodata {

// A list of "NAME=VALUE" as GDAL takes it.
class OpenOptions {
public:
    OpenOptions() = default;
    OpenOptions(const OpenOptions&) = delete;
    OpenOptions& operator=(const OpenOptions&) = delete;
    ~OpenOptions() { CSLDestroy(m_list); }
    void add(const char* name, const std::string& value) { m_list = CSLSetNameValue(m_list, name, value.c_str()); }
    char** list() const { return m_list; }

private:
    char** m_list = nullptr;
};

// `driver`: GDAL's name of it.
void addOpenOptions(OpenOptions& options, const std::string& driver, const LoadRequest& request);

}  // namespace geodata
