// SPDX-License-Identifier: Apache-2.0
// The program opsmap-loader: GDAL and PROJ in a process of their own, started by the viewer, which it serves over the
// socket on descriptor 3. With --write FOLDER it writes one picture instead; with --confinement it says what holds its
// children on this machine.
#include <unistd.h>

#include <cmath>
#include <iostream>
#include <string_view>

#include "geodata/jail/jail.hpp"
#include "geodata/link/fork_server.hpp"
#include "geodata/load/load_source.hpp"
#include "geodata/load/write_picture.hpp"
#include "geodata/source/drivers.hpp"

namespace {

using geodata::ChildOutput;

geodata::Result<std::size_t> readSource(const geodata::message::Request& request, ChildOutput& output,
                                        const geodata::KnownSystems& known) {
    return geodata::loadSource(
        request.request,
        {[&](const auto& layer, auto done, auto total) { output.progress(layer, done, total); },
         [&](const auto& layer, const auto& store, bool final) { output.store(layer, store, final); }},
        request.limits, known);
}

}  // namespace

int main(int argc, char** argv) {
    const geodata::JailStrength strength = geodata::jailStrength();
    if (argc > 1 && std::string_view(argv[1]) == "--confinement") {
        std::cout << geodata::describeJail(strength);
        return 0;
    }
    if (strength.landlockAbi == 0 || !strength.systemCalls) std::cerr << geodata::describeJail(strength);
    if (argc == 3 && std::string_view(argv[1]) == "--write") return geodata::writePicture(argv[2], strength);
    geodata::registerDrivers();  // once, before any child is forked
    geodata::KnownSystems known;
    const std::vector<std::filesystem::path> data = geodata::libraryDataFolders();
    const auto prepare = [&](const geodata::message::Request& request) { known.learn(request.request.mapCrs); };
    const auto confine = [&](const geodata::message::Request& request) {
        return geodata::enterJail({request.request.path, data, request.limits.memoryBytes,
                                   static_cast<std::uint64_t>(std::ceil(request.limits.totalS))},
                                  strength);
    };
    const int code =
        geodata::serveLoads(geodata::Channel(geodata::Descriptor(geodata::kControlDescriptor)),
                            {prepare, confine, [&](const geodata::message::Request& request, ChildOutput& output) {
                                 return readSource(request, output, known);
                             }});
    ::_exit(code);  // the viewer waits, and what GDAL's libraries tidy up at their end the kernel does in less time
}
