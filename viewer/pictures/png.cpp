// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/png.hpp"

#include <png.h>

#include <cmath>
#include <csetjmp>
#include <string>

namespace viewer {

struct PngWriter::State {
    PictureHead head;
    png_structp png = nullptr;
    png_infop info = nullptr;
    std::vector<std::byte> bytes;
    std::string error;
};

namespace {

// libpng reports by jumping out of its call; the text is kept for the sentence.
[[noreturn]] void onError(png_structp png, png_const_charp text) {
    *static_cast<std::string*>(png_get_error_ptr(png)) = text;
    png_longjmp(png, 1);
}
void onWarning(png_structp, png_const_charp) {}

void onWrite(png_structp png, png_bytep data, std::size_t length) {
    auto& bytes = *static_cast<std::vector<std::byte>*>(png_get_io_ptr(png));
    const auto* first = reinterpret_cast<const std::byte*>(data);
    bytes.insert(bytes.end(), first, first + length);
}
void onFlush(png_structp) {}

geodata::Error failed(const std::string& reason) {
    return geodata::failure("Cannot encode", "the picture", reason.empty() ? "libpng could not start" : reason);
}

// Pointers into `head`, as libpng wants them; it copies the texts.
std::vector<png_text> textsOf(PictureHead& head) {
    std::vector<png_text> texts;
    for (auto& [key, text] : head.notes) {
        png_text note{};
        note.compression = PNG_ITXT_COMPRESSION_NONE;
        note.key = key.data();
        note.text = text.data();
        note.itxt_length = text.size();
        texts.push_back(note);
    }
    return texts;
}

// What jumps must hold no object with a destructor.
bool writeHead(png_structp png, png_infop info, const PictureHead& head, png_textp notes) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_set_IHDR(png, info, static_cast<png_uint_32>(head.size.width), static_cast<png_uint_32>(head.size.height), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, 1);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
    if (head.dpi > 0) {
        const auto perMetre = static_cast<png_uint_32>(std::lround(head.dpi / layers::kMetresPerInch));
        png_set_pHYs(png, info, perMetre, perMetre, PNG_RESOLUTION_METER);
    }
    if (!head.notes.empty()) png_set_text(png, info, notes, static_cast<int>(head.notes.size()));
    png_write_info(png, info);
    return true;
}

bool writeRow(png_structp png, const std::uint8_t* row) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_write_row(png, row);
    return true;
}

bool writeEnd(png_structp png) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_write_end(png, nullptr);
    return true;
}

}  // namespace

PngWriter::PngWriter(const PictureHead& head) : m_state(std::make_unique<State>()) {
    State& s = *m_state;
    s.head = head;
    s.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &s.error, onError, onWarning);
    s.info = s.png != nullptr ? png_create_info_struct(s.png) : nullptr;
    if (s.info == nullptr) return;
    png_set_write_fn(s.png, &s.bytes, onWrite, onFlush);
    std::vector<png_text> notes = textsOf(s.head);
    if (!writeHead(s.png, s.info, s.head, notes.data())) png_destroy_info_struct(s.png, &s.info);
}

PngWriter::~PngWriter() {
    if (m_state->png != nullptr) png_destroy_write_struct(&m_state->png, &m_state->info);
}

geodata::Status PngWriter::addRows(std::span<const std::uint8_t> rgb) {
    if (m_state->info == nullptr) return failed(m_state->error);
    const std::size_t stride = static_cast<std::size_t>(m_state->head.size.width) * 3;
    for (std::size_t at = 0; at + stride <= rgb.size(); at += stride)
        if (!writeRow(m_state->png, rgb.data() + at)) return failed(m_state->error);
    return {};
}

geodata::Result<std::vector<std::byte>> PngWriter::finish() {
    if (m_state->info == nullptr || !writeEnd(m_state->png)) return failed(m_state->error);
    return std::move(m_state->bytes);
}

}  // namespace viewer
