// SPDX-License-Identifier: Apache-2.0
// A loader whose children do what the file's name says, to see what the link makes of it: crash, hang, eat memory,
// speak nonsense, each after a preview of fifty features or without one ("bare"). The first progress is the child's
// number. Other names are read as by opsmap-loader, so that it can stand in for it beside the viewer.
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <thread>
#include <vector>

#include "geodata/jail/jail.hpp"
#include "geodata/link/fork_server.hpp"
#include "geodata/load/load_source.hpp"
#include "geodata/source/drivers.hpp"

namespace {

using namespace geodata;

std::vector<std::byte> fiftyPoints() {
    StoreInfo info;
    info.layerName = "points";
    info.mapCrs = "EPSG:4326";
    info.preview = true;
    FeatureSet set;
    for (std::uint64_t id = 0; id < 50; ++id) {
        Feature feature{id, {GeometryKind::point, {}, {}}, {}};
        feature.geometry.addPart(std::vector<MapPoint>{{static_cast<double>(id), 0}});
        set.features.push_back(std::move(feature));
    }
    return encodeStore(info, set);
}

[[noreturn]] void hang() {
    for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
}

// By the signal itself, which a sanitizer would otherwise turn into an exit code.
void crash() {
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
}

void eatMemory() {
    std::vector<std::vector<char>> eaten;
    for (;;) eaten.emplace_back(64U << 20U, 'x');
}

bool misbehaves(const std::string& name) {
    const char* const names[] = {"crash", "hang", "eat", "nonsense", "foreign", "well"};
    return std::ranges::any_of(names, [&](const char* start) { return name.starts_with(start); });
}

Result<std::size_t> misbehave(const message::Request& request, ChildOutput& output) {
    const std::string name = request.request.path.stem().string();
    if (!misbehaves(name))
        return loadSource(request.request,
                          {[&](const auto& layer, auto done, auto total) { output.progress(layer, done, total); },
                           [&](const auto& layer, auto store, bool final) { output.store(layer, store, final); }});
    output.progress("points", static_cast<std::uint64_t>(::getpid()), 0);
    if (name.find("bare") == std::string::npos) output.store("points", fiftyPoints(), false);
    if (name.find("crash") == 0) crash();
    if (name.find("hang") == 0) hang();
    if (name.find("eat") == 0) eatMemory();
    if (name.find("nonsense") == 0) output.store("points", std::vector<std::byte>(1000, std::byte{7}), true);
    if (name.find("foreign") == 0) output.channel().send(message::Kill{1});
    return std::size_t{1};
}

}  // namespace

int main() {
    const JailStrength strength = jailStrength();
    registerDrivers();
    const auto data = libraryDataFolders();
    return serveLoads(Channel(Descriptor(kControlDescriptor)),
                      {[](const message::Request&) {},
                       [&](const message::Request& request) {
                           return enterJail({request.request.path, data, request.limits.memoryBytes,
                                             static_cast<std::uint64_t>(std::ceil(request.limits.totalS))},
                                            strength);
                       },
                       misbehave});
}
