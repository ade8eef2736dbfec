#include "viewer/huge_pages.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace viewer {
namespace {

constexpr const char* kTunables = "GLIBC_TUNABLES";

bool kernelWaitsToBeAsked() {
    std::ifstream file("/sys/kernel/mm/transparent_hugepage/enabled");
    std::string modes;
    return std::getline(file, modes) && modes.find("[madvise]") != std::string::npos;
}

}  // namespace

void askForHugePages(char** argv) {
    if (std::getenv(kTunables) != nullptr || !kernelWaitsToBeAsked()) return;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error || ::setenv(kTunables, "glibc.malloc.hugetlb=1", 0) != 0) return;
    ::execv(program.c_str(), argv);
}

}  // namespace viewer
