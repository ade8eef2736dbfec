# SPDX-License-Identifier: Apache-2.0
# Writes OUTPUT: the shaders of FOLDER as one C++ file, byte for byte. Run at build time.
file(GLOB shaders ${FOLDER}/*.vert ${FOLDER}/*.frag)
string(CONCAT text "#include <string_view>\n#include <utility>\n\n#include \"layers/gpu/program.hpp\"\n\n"
  "namespace layers {\nnamespace {\nconstexpr std::pair<std::string_view, std::string_view> kShaders[] = {\n")
foreach(shader ${shaders})
  get_filename_component(name ${shader} NAME)
  file(READ ${shader} source)
  string(APPEND text "{\"${name}\", R\"glsl(${source})glsl\"},\n")
endforeach()
string(APPEND text "};\n}\nstd::string_view embeddedShader(std::string_view name) {\n"
  "    for (const auto& [file, source] : kShaders)\n        if (file == name) return source;\n    return {};\n}\n"
  "}  // namespace layers\n")
file(WRITE ${OUTPUT} "${text}")
