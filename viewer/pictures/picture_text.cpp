// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/picture_text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace viewer {
namespace {

constexpr std::size_t kMostNotes = 64, kMostNoteBytes = 1U << 20U;
constexpr std::size_t kPngHeadBytes = 8U << 20U, kMostPdfBytes = 512U << 20U;

std::string_view textOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::size_t bigEndian(std::string_view four) {
    std::size_t value = 0;
    for (const char c : four.substr(0, 4)) value = value << 8U | static_cast<unsigned char>(c);
    return value;
}

// keyword 0 compressed method language 0 translated-keyword 0 text; false: it is compressed or cut.
bool addInternationalText(std::string_view chunk, PictureNotes& notes) {
    const std::size_t keyEnd = chunk.find('\0');
    if (keyEnd == chunk.npos || chunk.size() < keyEnd + 3 || chunk[keyEnd + 1] != 0) return false;
    const std::size_t languageEnd = chunk.find('\0', keyEnd + 3);
    const std::size_t translatedEnd = languageEnd == chunk.npos ? chunk.npos : chunk.find('\0', languageEnd + 1);
    if (translatedEnd == chunk.npos) return false;
    notes.emplace_back(chunk.substr(0, keyEnd), chunk.substr(translatedEnd + 1));
    return true;
}

std::string plain(std::string_view xml) {
    constexpr std::pair<std::string_view, char> kNames[] = {
        {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};
    std::string out;
    while (!xml.empty()) {
        const auto* name =
            std::ranges::find_if(kNames, [&](const auto& known) { return xml.starts_with(known.first); });
        const bool escaped = name != std::end(kNames);
        out += escaped ? name->second : xml.front();
        xml.remove_prefix(escaped ? name->first.size() : 1);
    }
    return out;
}

geodata::Error refused(const std::filesystem::path& file, std::string_view reason) {
    return geodata::failure("Cannot open picture", geodata::quoted(file.string()), reason);
}

}  // namespace

// libpng would also unpack, colour-manage and check what we do not want; a walk over the chunks cannot do anything
// else.
PictureNotes notesInPng(std::span<const std::byte> file) {
    constexpr std::string_view kSignature("\x89PNG\r\n\x1a\n", 8);
    constexpr std::size_t kFrameBytes = 12;  // length, kind and checksum around each chunk
    std::string_view rest = textOf(file);
    PictureNotes notes;
    if (!rest.starts_with(kSignature)) return notes;
    rest.remove_prefix(kSignature.size());
    while (rest.size() >= kFrameBytes && notes.size() < kMostNotes) {
        const std::size_t length = bigEndian(rest);
        const std::string_view kind = rest.substr(4, 4);
        if (kind == "IDAT" || length > rest.size() - kFrameBytes) break;
        if (kind == "iTXt" && length <= kMostNoteBytes) addInternationalText(rest.substr(8, length), notes);
        rest.remove_prefix(kFrameBytes + length);
    }
    return notes;
}

PictureNotes notesInPdf(std::string_view file) {
    constexpr std::string_view kBegin = "<opsmap:note key=\"", kMiddle = "\">", kEnd = "</opsmap:note>";
    PictureNotes notes;
    for (std::size_t at = file.find(kBegin); at != file.npos && notes.size() < kMostNotes; at = file.find(kBegin, at)) {
        at += kBegin.size();
        const std::string_view rest = file.substr(at, kMostNoteBytes);
        const std::size_t middle = rest.find(kMiddle), end = rest.find(kEnd);
        if (middle == rest.npos || end == rest.npos || middle > end) continue;
        notes.emplace_back(plain(rest.substr(0, middle)),
                           plain(rest.substr(middle + kMiddle.size(), end - middle - kMiddle.size())));
        at += end;
    }
    return notes;
}

geodata::Result<PictureNotes> readNotes(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (ending != ".png" && ending != ".pdf") return PictureNotes{};
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return refused(file, std::filesystem::exists(file, error) ? "it is no regular file" : "there is no such file");
    const std::size_t most = ending == ".png" ? kPngHeadBytes : kMostPdfBytes,
                      size = std::filesystem::file_size(file, error);
    std::string bytes(std::min(most, error ? 0 : size), '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in) return refused(file, std::strerror(errno));
    if (ending == ".pdf") return bytes.starts_with("%PDF-") ? notesInPdf(bytes) : PictureNotes{};
    return notesInPng(std::as_bytes(std::span(bytes)));
}

}  // namespace viewer
