// SPDX-License-Identifier: Apache-2.0
#pragma once
// Runs a program as a shell does, and returns its output.
#include <sys/wait.h>

#include <cstdio>
#include <string>

struct Ran {
    int code = -1;
    std::string output;  // standard output and error
};

inline Ran run(const std::string& command) {
    Ran ran;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) return ran;
    char part[4096];
    while (const std::size_t got = std::fread(part, 1, sizeof part, pipe)) ran.output.append(part, got);
    const int status = ::pclose(pipe);
    if (WIFEXITED(status)) ran.code = WEXITSTATUS(status);
    return ran;
}
