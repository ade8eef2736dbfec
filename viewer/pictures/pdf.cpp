// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/pdf.hpp"

#include <algorithm>

#include "geodata/crs/crs_file.hpp"
#include "geodata/link/writer_process.hpp"
#include "geodata/store/write_file.hpp"
#include "layers/paper/paper.hpp"

namespace viewer {
namespace {

constexpr double kPtPerInch = 72;

// Owners from the lowest up, each once: background, layers in the area's order, and what is above them.
std::vector<std::string> ownersOf(const layers::Document& document, const std::vector<layers::PaperPage>& pages) {
    std::vector<std::string> all{layers::owner::kBackground};
    for (const layers::LayerSpec& layer : document.layers) all.push_back(layer.id);
    all.insert(all.end(), {layers::owner::kGrid, layers::owner::kChanges, layers::owner::kMarginalia});
    std::erase_if(all, [&](const std::string& owner) {
        return std::ranges::find(pages, owner, &layers::PaperPage::owner) == pages.end();
    });
    return all;
}

geodata::PdfRequest jobOf(const layers::Document& document, const std::vector<layers::PaperPage>& pages) {
    geodata::PdfRequest job;
    const std::vector<std::string> owners = ownersOf(document, pages);
    for (const std::string& owner : owners) job.layers.push_back(layers::ownerTitle(document, owner));
    for (const layers::PaperPage& page : pages)
        job.pages.push_back(
            {page.file, static_cast<std::uint32_t>(std::ranges::find(owners, page.owner) - owners.begin())});
    job.title = document.title;
    job.crs = document.crs;
    return job;
}

void placeSheet(geodata::PdfRequest& job, const layers::MapBox& box, double metresPerUnit) {
    job.west = box.min.x / metresPerUnit;
    job.south = box.min.y / metresPerUnit;
    job.east = box.max.x / metresPerUnit;
    job.north = box.max.y / metresPerUnit;
}

}  // namespace

geodata::Status writePdf(const std::filesystem::path& file, const layers::Scene& scene, const layers::SceneInput& input,
                         const PictureHead& head, const PicturePlace& place, const GoOn& goOn) {
    const auto crs = geodata::crsFileOf(input.document->crs);
    if (!crs) return crs.error();
    const auto folder = geodata::FolderBeside::make(file);
    if (!folder) return folder.error();
    const double ptPerPx = kPtPerInch / (head.dpi > 0 ? head.dpi : layers::kNominalDpi);
    const auto pages = layers::writePages({scene.drawList(), *input.document, input.contents, input.stage.view, ptPerPx,
                                           scene.fontFiles(), geodata::quoted(file.string())},
                                          folder->path(), goOn);
    if (!pages) return pages.error();
    geodata::PdfRequest job = jobOf(*input.document, *pages);
    job.widthPt = head.size.width * ptPerPx;
    job.heightPt = head.size.height * ptPerPx;
    job.notes = head.notes;
    placeSheet(job, input.stage.view.box(), crs->metresPerUnit);
    auto writer = geodata::WriterProcess::start(place.program, folder->path(), file, job);
    if (!writer) return writer.error();
    if (auto failed = writer->finish()) return failed;
    return geodata::putInPlace(folder->path() / geodata::kWrittenName, file);
}

}  // namespace viewer
