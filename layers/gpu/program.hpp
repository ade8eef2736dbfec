// SPDX-License-Identifier: Apache-2.0
#pragma once
// A compiled shader pair. Needs a current GL context; main thread.

#include <SFML/Graphics/Shader.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geodata/result/result.hpp"
#include "layers/model/style.hpp"

namespace layers {

// The text of shaders/NAME, embedded in the build; empty for an unknown name.
std::string_view embeddedShader(std::string_view fileName);

class Program {
public:
    struct Files {
        std::string vertex, fragment;  // in shaders/
    };
    // From `folder` where it is given. The error holds the compiler's own words.
    static geodata::Result<Program> load(const Files& files, const std::filesystem::path& folder);

    void use() const;
    // Location. Names are literals here and below: they are told apart by where they stand.
    int attribute(const char* name) const;
    void set(const char* uniform, float value) const;
    void set(const char* uniform, int value) const;
    void set(const char* uniform, double x, double y) const;
    void set(const char* uniform, Rgba color) const;
    void setArray(const char* uniform, const float* values, int count) const;

private:
    explicit Program(std::unique_ptr<sf::Shader> shader) : m_shader(std::move(shader)) {}
    // Asked once: a frame has thousands of draw calls, and the driver looks names up in a table of strings.
    using Locations = std::vector<std::pair<const char*, int>>;
    int location(const char* uniform) const;

    std::unique_ptr<sf::Shader> m_shader;
    mutable Locations m_attributes, m_uniforms;
};

}  // namespace layers
