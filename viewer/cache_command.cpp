#include "viewer/cache_command.hpp"

#include <fmt/format.h>

namespace viewer {
namespace {

namespace fs = std::filesystem;

int list(const fs::path& folder, std::ostream& out) {
    std::error_code ignored;
    std::uintmax_t bytes = 0, files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
        if (!entry.is_regular_file(ignored)) continue;
        out << fmt::format("{:>12}  {}\n", entry.file_size(ignored), fs::relative(entry.path(), folder, ignored).string());
        bytes += entry.file_size(ignored);
        ++files;
    }
    out << fmt::format("{} files, {:.1f} MB in {}\n", files, static_cast<double>(bytes) / 1e6, folder.string());
    return exit_code::kDone;
}

}  // namespace

int runCache(const CommandLine& commandLine, const fs::path& folder, std::ostream& out, std::ostream& err) {
    if (folder.empty()) {
        err << "There is no cache folder: HOME is not set.\n";
        return exit_code::kRefused;
    }
    if (commandLine.action == Action::cacheList) return list(folder, out);
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        fs::remove_all(entry.path(), failed);
        if (failed) break;
    }
    if (!failed || failed == std::errc::no_such_file_or_directory) return exit_code::kDone;
    err << geodata::failure("Cannot empty the cache", geodata::quoted(folder.string()), failed.message()).text << "\n";
    return exit_code::kRefused;
}

}  // namespace viewer
