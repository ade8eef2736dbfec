// SPDX-License-Identifier: Apache-2.0
// The last step of a PDF: opsmap-loader lays pages on one sheet.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "geodata/jail/jail.hpp"
#include "geodata/link/writer_process.hpp"
#include "layers/paper/paper.hpp"
#include "tests/temporary_folder.hpp"

namespace fs = std::filesystem;

namespace {

// Two pages, the second of many strokes.
std::vector<layers::PaperPage> writePagesIn(const fs::path& folder) {
    const auto fonts = layers::FontSet::load({});
    REQUIRE(fonts);
    layers::DrawList list{{400, 300}, {255, 255, 255, 255}, {}};
    for (int i = 0; i < 2000; ++i)
        list.items.push_back(layers::draw::Polyline{
            {{i * 7919 % 401 * 1.0, i * 104729 % 307 * 1.0}, {i % 400 * 1.0, 300}}, {{0, 0, 0, 255}, 1, {}}, false});
    const auto pages =
        layers::writePages({list, {}, {}, {{0, 0}, 1, {400, 300}}, 0.75, fonts->files(), "x"}, folder, {});
    REQUIRE(pages);
    return *pages;
}

geodata::PdfRequest jobOf(const std::vector<layers::PaperPage>& pages) {
    geodata::PdfRequest job{300, 225, "EPSG:32636", 700000, 3600000, 700400, 3600300, {"All"}, {}, "", {}};
    for (const auto& page : pages) job.pages.push_back({page.file, 0});
    return job;
}

geodata::Status written(const fs::path& folder, const geodata::PdfRequest& job) {
    auto writer = geodata::WriterProcess::start(OPSMAP_LOADER, folder, "map.pdf", job);
    return writer ? writer->finish() : writer.error();
}

}  // namespace

TEST_CASE("pages become one file") {
    const TemporaryFolder folder;
    const auto failed = written(folder.path(), jobOf(writePagesIn(folder.path())));
    REQUIRE_MESSAGE(!failed, failed->text);
    CHECK(fs::file_size(folder.path() / geodata::kWrittenName) > 4096);
}

TEST_CASE("a sheet for which the disk has no room is not done") {
    const TemporaryFolder folder;
    const geodata::PdfRequest job = jobOf(writePagesIn(folder.path()));
    const pid_t child = ::fork();  // whose limit its writer inherits
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{4096, 4096};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(2);
        const auto failed = written(folder.path(), job);
        ::_exit(failed && failed->text == "Cannot write \"map.pdf\": File too large." ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("a page outside the writer's folder cannot be read, and none that is missing is passed over") {
    const TemporaryFolder folder, elsewhere;
    geodata::PdfRequest job = jobOf(writePagesIn(elsewhere.path()));
    const auto missing = written(folder.path(), job);
    REQUIRE(missing);
    CHECK(missing->text.find("Cannot write \"map.pdf\": ") == 0);
    fs::create_symlink(elsewhere.path() / job.pages[1].file, folder.path() / job.pages[1].file);
    job.pages = {job.pages[1]};
    if (const auto foreign = written(folder.path(), job); foreign)
        CHECK(foreign->text.find("Cannot write \"map.pdf\": ") == 0);
    else CHECK(geodata::jailStrength().landlockAbi == 0);
}
