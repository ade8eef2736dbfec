// SPDX-License-Identifier: Apache-2.0
#include "geodata/load/write_picture.hpp"

#include <gdal.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "geodata/link/fork_server.hpp"
#include "geodata/link/wire_format.hpp"
#include "geodata/load/write_geotiff.hpp"
#include "geodata/load/write_pdf.hpp"
#include "geodata/source/drivers.hpp"

namespace geodata {
namespace {

constexpr std::uint64_t kMemoryBytes = 3ULL << 30, kCpuS = 1800, kFileBytes = 8ULL << 30;
constexpr std::uint64_t kMostJobBytes = 16ULL << 20;

// Exactly so many bytes from the viewer.
Status receive(std::span<std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t got = ::read(kControlDescriptor, bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return Error{"the viewer ended too early"};
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return {};
}

Result<WriteRequest> receiveJob() {
    std::uint64_t length = 0;
    if (auto failed = receive(std::as_writable_bytes(std::span(&length, 1)))) return *failed;
    std::string bytes(length <= kMostJobBytes ? length : 0, '\0');
    if (auto failed = receive(std::as_writable_bytes(std::span(bytes)))) return *failed;
    const auto job = decodeWriteRequest(bytes);
    if (!job) return Error{"what is asked for is not understood"};
    return *job;
}

Status perform(const std::filesystem::path& folder) {
    const auto job = receiveJob();
    if (!job) return job.error();
    if (const auto* tiff = std::get_if<GeoTiffRequest>(&*job))
        return writeGeoTiff(*tiff, folder / kWrittenName, receive);
    return writePdf(std::get<PdfRequest>(*job), folder);
}

}  // namespace

int writePicture(const std::filesystem::path& folder, const JailStrength& strength) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGXFSZ, SIG_IGN);
    ::signal(SIGPIPE, SIG_IGN);
    registerWriters();
    const bool confined = enterWriterJail({folder, libraryDataFolders(), kMemoryBytes, kCpuS, kFileBytes}, strength);
    const Status failed = confined ? perform(folder) : Error{"its writer cannot be confined"};
    if (failed) ::send(kControlDescriptor, failed->text.data(), failed->text.size(), MSG_NOSIGNAL);
    return failed ? 1 : 0;
}

}  // namespace geodata
