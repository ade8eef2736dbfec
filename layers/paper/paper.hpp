// SPDX-License-Identifier: Apache-2.0
#pragma once
// Turns a DrawList into PDF pages of vectors, one file for each run of items of one owner. The pages are later laid
// over each other. Any thread.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "layers/model/content.hpp"
#include "layers/model/document.hpp"
#include "layers/scene/draw/draw_list.hpp"

namespace layers {

struct PaperInput {
    const DrawList& list;
    const Document& document;
    const Contents& contents;
    MapView view;                                  // the list's
    double ptPerPx = 0.75;                         // of the sheet
    std::vector<std::filesystem::path> fontFiles;  // as Scene::fontFiles gives them
    std::string subject;                           // the PDF, as sentences of errors name it
};

struct PaperPage {
    std::string file;   // in the folder
    std::string owner;  // as in DrawSection
};

// Lowest first. `goOn` is asked after each page with how many of how many sections are done; false: given up.
geodata::Result<std::vector<PaperPage>> writePages(const PaperInput& input, const std::filesystem::path& folder,
                                                   const std::function<bool(int, int)>& goOn);

// The reason in the error of a picture that the user cancelled.
geodata::Error pictureGivenUp();

// What a reader of the PDF calls it: a layer's title, or "Grid", "Marginalia", …
std::string ownerTitle(const Document& document, const std::string& owner);

}  // namespace layers
