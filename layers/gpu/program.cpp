// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/program.hpp"

#include <SFML/System/Err.hpp>

#include <fstream>
#include <iterator>
#include <sstream>

#include "layers/gpu/gl.hpp"

namespace layers {

using geodata::Result;

namespace {

// SFML reports a compiler's complaint only on its own stream.
class ErrorCapture {
public:
    ErrorCapture() : m_before(sf::err().rdbuf(m_text.rdbuf())) {}
    ~ErrorCapture() { sf::err().rdbuf(m_before); }
    std::string text() const { return m_text.str(); }

private:
    std::ostringstream m_text;
    std::streambuf* m_before;
};

Result<std::string> sourceOf(const std::string& file, const std::filesystem::path& folder) {
    if (folder.empty()) return std::string(embeddedShader(file));
    std::ifstream in(folder / file, std::ios::binary);
    if (!in)
        return geodata::failure("Cannot read shader", geodata::quoted((folder / file).string()), "it cannot be opened",
                                "Check --shader-dir.");
    return std::string(std::istreambuf_iterator<char>(in), {});
}

template <class Ask>
int known(std::vector<std::pair<const char*, int>>& locations, const char* name, const Ask& ask) {
    for (const auto& [knownName, location] : locations)
        if (knownName == name) return location;
    return locations.emplace_back(name, ask()).second;
}

}  // namespace

Result<Program> Program::load(const Files& files, const std::filesystem::path& folder) {
    const auto vertex = sourceOf(files.vertex, folder), fragment = sourceOf(files.fragment, folder);
    if (!vertex) return vertex.error();
    if (!fragment) return fragment.error();
    auto shader = std::make_unique<sf::Shader>();
    const ErrorCapture capture;
    if (!shader->loadFromMemory(*vertex, *fragment))
        return geodata::failure("Cannot build shader", geodata::quoted(files.fragment),
                                geodata::quoted(capture.text(), 600));
    return Program(std::move(shader));
}

void Program::use() const { glUseProgram(m_shader->getNativeHandle()); }
int Program::attribute(const char* name) const {
    return known(m_attributes, name, [&] { return glGetAttribLocation(m_shader->getNativeHandle(), name); });
}
int Program::location(const char* uniform) const {
    return known(m_uniforms, uniform, [&] { return glGetUniformLocation(m_shader->getNativeHandle(), uniform); });
}

void Program::set(const char* uniform, float value) const { glUniform1f(location(uniform), value); }
void Program::set(const char* uniform, int value) const { glUniform1i(location(uniform), value); }
void Program::set(const char* uniform, double x, double y) const {
    glUniform2f(location(uniform), static_cast<float>(x), static_cast<float>(y));
}
void Program::set(const char* uniform, Rgba c) const {
    glUniform4f(location(uniform), static_cast<float>(c.r) / 255.0f, static_cast<float>(c.g) / 255.0f,
                static_cast<float>(c.b) / 255.0f, static_cast<float>(c.a) / 255.0f);
}
void Program::setArray(const char* uniform, const float* values, int count) const {
    glUniform1fv(location(uniform), count, values);
}

}  // namespace layers
