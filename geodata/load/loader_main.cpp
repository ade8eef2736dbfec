// The program opsmap-loader: GDAL and PROJ in a process of their own, started by the viewer, which it serves over the
// socket on descriptor 3.
#include "geodata/link/fork_server.hpp"
#include "geodata/load/load_source.hpp"
#include "geodata/source/drivers.hpp"

int main() {
    geodata::registerDrivers();  // once, before any child is forked
    return geodata::serveLoads(geodata::Channel(geodata::Descriptor(geodata::kControlDescriptor)),
                               [](const geodata::LoadRequest& request, geodata::ChildOutput& output) {
                                   return geodata::loadSource(request, {[&](const auto& layer, auto done, auto total) { output.progress(layer, done, total); },
                                                                        [&](const auto& layer, auto store, bool final) { output.store(layer, store, final); }});
                               });
}
