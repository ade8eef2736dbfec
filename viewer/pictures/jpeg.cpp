// SPDX-License-Identifier: Apache-2.0
#include "viewer/pictures/jpeg.hpp"

#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace viewer {
namespace {

constexpr int kQuality = 92;  // lines and letters stay clean

// libjpeg reports by a call that must not return; the text is kept for the sentence.
struct ErrorHandler {
    jpeg_error_mgr manager{};  // first: libjpeg hands out a pointer to it
    std::jmp_buf back{};
    char text[JMSG_LENGTH_MAX] = {};
};

[[noreturn]] void onError(j_common_ptr info) {
    auto* handler = reinterpret_cast<ErrorHandler*>(info->err);
    handler->manager.format_message(info, handler->text);
    std::longjmp(handler->back, 1);
}
void onMessage(j_common_ptr) {}

}  // namespace

struct JpegWriter::State {
    PictureHead head;
    ErrorHandler error;
    jpeg_compress_struct info{};
    unsigned char* bytes = nullptr;  // libjpeg's, by malloc
    unsigned long length = 0;
    bool good = false;

    // What jumps must hold no object with a destructor.
    bool start() {
        if (setjmp(error.back) != 0) return false;
        jpeg_create_compress(&info);
        jpeg_mem_dest(&info, &bytes, &length);
        info.image_width = static_cast<JDIMENSION>(head.size.width);
        info.image_height = static_cast<JDIMENSION>(head.size.height);
        info.input_components = 3;
        info.in_color_space = JCS_RGB;
        jpeg_set_defaults(&info);
        jpeg_set_quality(&info, kQuality, TRUE);
        if (head.dpi > 0) {
            info.density_unit = 1;  // dots per inch
            info.X_density = info.Y_density = static_cast<UINT16>(std::lround(head.dpi));
        }
        jpeg_start_compress(&info, TRUE);
        return true;
    }
    bool row(const std::uint8_t* pixels) {
        if (setjmp(error.back) != 0) return false;
        JSAMPROW rows[] = {const_cast<JSAMPROW>(pixels)};
        return jpeg_write_scanlines(&info, rows, 1) == 1;
    }
    bool end() {
        if (setjmp(error.back) != 0) return false;
        jpeg_finish_compress(&info);
        return true;
    }
    geodata::Error failed() const {
        return geodata::failure("Cannot encode", "the picture",
                                error.text[0] != 0 ? error.text : "libjpeg could not start");
    }
};

JpegWriter::JpegWriter(const PictureHead& head) : m_state(std::make_unique<State>()) {
    State& s = *m_state;
    s.head = head;
    s.info.err = jpeg_std_error(&s.error.manager);
    s.error.manager.error_exit = onError;
    s.error.manager.output_message = onMessage;
    s.good = s.start();
}

JpegWriter::~JpegWriter() {
    jpeg_destroy_compress(&m_state->info);
    std::free(m_state->bytes);
}

geodata::Status JpegWriter::addRows(std::span<const std::uint8_t> rgb) {
    const std::size_t stride = static_cast<std::size_t>(m_state->head.size.width) * 3;
    for (std::size_t at = 0; m_state->good && at + stride <= rgb.size(); at += stride)
        m_state->good = m_state->row(rgb.data() + at);
    return m_state->good ? geodata::Status() : m_state->failed();
}

geodata::Result<std::vector<std::byte>> JpegWriter::finish() {
    if (!m_state->good || !m_state->end()) return m_state->failed();
    const auto* first = reinterpret_cast<const std::byte*>(m_state->bytes);
    return std::vector<std::byte>(first, first + m_state->length);
}

}  // namespace viewer
