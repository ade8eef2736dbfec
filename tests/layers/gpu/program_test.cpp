// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/program.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "tests/layers/gpu/gl_context.hpp"
#include "tests/temporary_folder.hpp"

using namespace layers;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a shader is embedded byte for byte, and one of an unknown name is empty") {
    std::ifstream file(std::string(OPSMAP_SOURCE_DIR) + "/shaders/line.frag", std::ios::binary);
    CHECK(embeddedShader("line.frag") == std::string(std::istreambuf_iterator<char>(file), {}));
    CHECK(embeddedShader("none.frag").empty());
}

TEST_CASE("a program that does not compile is refused with the shader's name and the compiler's words") {
    glContext();
    const TemporaryFolder folder;
    folder.write("fill.vert", std::string(embeddedShader("fill.vert")));
    folder.write("broken.frag", "#version 120\nvoid main() { gl_FragColor = noSuchName; }\n");
    const auto program = Program::load({"fill.vert", "broken.frag"}, folder.path());
    REQUIRE_FALSE(program);
    CHECK(holds(program.error().text, "Cannot build shader \"broken.frag\""));
    CHECK(holds(program.error().text, "noSuchName"));
}

TEST_CASE("a shader that is not there is refused with its path and the option to check") {
    glContext();
    const TemporaryFolder folder;
    const auto program = Program::load({"fill.vert", "fill.frag"}, folder.path());
    REQUIRE_FALSE(program);
    CHECK(holds(program.error().text, "Cannot read shader"));
    CHECK(holds(program.error().text, "/fill.vert\""));
    CHECK(holds(program.error().text, "--shader-dir"));
}

TEST_CASE("a program knows its attributes, and none that it does not have") {
    glContext();
    const auto program = Program::load({"fill.vert", "fill.frag"}, {});
    REQUIRE(program);
    CHECK(program->attribute("a_position") >= 0);
    CHECK(program->attribute("a_none") == -1);
}
