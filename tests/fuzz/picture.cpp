// SPDX-License-Identifier: Apache-2.0
// A picture to be opened again: any bytes give notes, and these a session and edits or sentences, never a fault.
#include "layers/area/area_edits.hpp"
#include "viewer/pictures/picture_text.hpp"
#include "viewer/session/session.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::span bytes(reinterpret_cast<const std::byte*>(data), size);
    viewer::PictureNotes notes = viewer::notesInPng(bytes);
    for (auto& note : viewer::notesInPdf({reinterpret_cast<const char*>(data), size})) notes.push_back(std::move(note));
    for (const auto& [key, text] : notes) {
        if (key == viewer::note::kSession) {
            const auto session = viewer::parseSession(text, "fuzzed.png");
            OPSMAP_CHECK(session || !session.error().text.empty());
        }
        if (key == viewer::note::kEdits) (void)layers::withEdits({}, text, "fuzzed.png");
    }
    return 0;
}
