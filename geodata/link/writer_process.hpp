// SPDX-License-Identifier: Apache-2.0
#pragma once
// The running `opsmap-loader --write` as the viewer sees it: it makes GeoTIFF and PDF with GDAL, confined to one
// folder. One thread.

#include <sys/types.h>

#include <filesystem>
#include <span>

#include "geodata/link/write_request.hpp"
#include "geodata/result/descriptor.hpp"
#include "geodata/result/result.hpp"

namespace geodata {

class WriterProcess {
public:
    // `folder` is absolute and all that the process will see; `picture` is the name that errors give the result.
    static Result<WriterProcess> start(const std::filesystem::path& program, const std::filesystem::path& folder,
                                       const std::filesystem::path& picture, const WriteRequest& job);
    WriterProcess(WriterProcess&& other) noexcept;
    WriterProcess& operator=(WriterProcess&&) = delete;
    ~WriterProcess();  // unfinished: killed

    Status add(std::span<const std::byte> bytes);
    // Waits until kWrittenName is in the folder, or returns why it is not.
    Status finish();

private:
    WriterProcess(Descriptor socket, pid_t process, std::filesystem::path picture)
        : m_socket(std::move(socket)), m_process(process), m_picture(std::move(picture)) {}
    Status ended();
    Error cannotWrite(std::string_view reason) const {
        return failure("Cannot write", geodata::quoted(m_picture.string()), reason);
    }

    Descriptor m_socket;
    pid_t m_process = -1;
    std::filesystem::path m_picture;
};

}  // namespace geodata
