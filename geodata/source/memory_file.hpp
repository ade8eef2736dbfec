// SPDX-License-Identifier: Apache-2.0
#pragma once
// A text in memory that GDAL reads as a file.

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <utility>

namespace geodata {

// A text that GDAL reads as a file of this name while the object lives. Files with the same `folder` are beside each
// other; without one each has a folder of its own.
class MemoryFile {
public:
    MemoryFile(std::string content, const std::filesystem::path& name, const void* folder = nullptr)
        : m_content(std::move(content)),
          m_path(fmt::format("/vsimem/opsmap-{}/{}", folder == nullptr ? this : folder, name.filename().string())) {
        VSIFCloseL(
            VSIFileFromMemBuffer(m_path.c_str(), reinterpret_cast<GByte*>(m_content.data()), m_content.size(), FALSE));
    }
    ~MemoryFile() { VSIUnlink(m_path.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    const std::string& path() const { return m_path; }

private:
    std::string m_content, m_path;
};

}  // namespace geodata
