// SPDX-License-Identifier: Apache-2.0
#pragma once
// The running opsmap-loader as the viewer sees it: started, asked over its control socket, and ended. Link's thread.

#include <sys/types.h>

#include <filesystem>

#include "geodata/link/channel.hpp"

namespace geodata {

class LoaderProcess {
public:
    static Result<LoaderProcess> start(const std::filesystem::path& program);
    LoaderProcess(LoaderProcess&& other) noexcept;
    LoaderProcess& operator=(LoaderProcess&& other) = delete;
    ~LoaderProcess();  // ended and reaped, and its children with it

    Channel& control() { return m_control; }

private:
    LoaderProcess(Channel control, pid_t process) : m_control(std::move(control)), m_process(process) {}
    Channel m_control;
    pid_t m_process = -1;
};

// opsmap-loader beside the running program.
std::filesystem::path defaultLoaderProgram();

}  // namespace geodata
