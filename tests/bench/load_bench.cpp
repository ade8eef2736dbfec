// SPDX-License-Identifier: Apache-2.0
// Reading a source in this process, without loader and link: prints milliseconds to the final store and its size.
// Usage: bench_load FILE MAP_CRS [OUTPUT.store]
#include <fmt/format.h>

#include <chrono>
#include <fstream>

#include "geodata/load/load_source.hpp"
#include "geodata/source/drivers.hpp"

int main(int argc, char** argv) {
    if (argc < 3) return fmt::print("Usage: bench_load FILE MAP_CRS [OUTPUT.store]\n"), 2;
    const auto start = std::chrono::steady_clock::now();
    const auto ms = [&] {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    };
    geodata::registerDrivers();
    geodata::LoadRequest request;
    request.path = argv[1];
    request.mapCrs = argv[2];
    const auto layers = geodata::loadSource(
        request,
        {[](const std::string&, std::uint64_t, std::uint64_t) {},
         [&](const std::string& layer, std::vector<std::byte> store, bool final) {
             fmt::print("{:8.1f} ms  {} {}  {} bytes\n", ms(), layer, final ? "final" : "preview", store.size());
             if (final && argc > 3)
                 std::ofstream(argv[3], std::ios::binary)
                     .write(reinterpret_cast<const char*>(store.data()), static_cast<std::streamsize>(store.size()));
         }});
    if (!layers) return fmt::print("{}\n", layers.error().text), 1;
    fmt::print("{:8.1f} ms  done\n", ms());
    return 0;
}
