// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/pixel_counter.hpp"

#include "layers/gpu/gl.hpp"

namespace layers {

PixelCounter::PixelCounter() {
    glGenQueries(1, &m_query);
    glBeginQuery(GL_SAMPLES_PASSED, m_query);
}

PixelCounter::~PixelCounter() { glDeleteQueries(1, &m_query); }

std::uint64_t PixelCounter::finish() {
    glEndQuery(GL_SAMPLES_PASSED);
    GLuint pixels = 0;
    glGetQueryObjectuiv(m_query, GL_QUERY_RESULT, &pixels);
    return pixels;
}

}  // namespace layers
