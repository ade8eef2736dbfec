// SPDX-License-Identifier: Apache-2.0
#pragma once
// The loader's side of the link. It is a process without threads that has its libraries loaded, forks one limited
// child per source and reports to the viewer how each child ended. It is all that opsmap-loader runs, on its only
// thread.

#include <functional>
#include <string>
#include <vector>

#include "geodata/link/channel.hpp"

namespace geodata {

// Where a child's results go. A send that fails ends the child: nobody listens any more.
class ChildOutput {
public:
    explicit ChildOutput(Channel& channel) : m_channel(&channel) {}
    void progress(const std::string& layer, std::uint64_t done, std::uint64_t total);
    void store(const std::string& layer, const std::vector<std::byte>& encoded, bool final);
    Channel& channel() { return *m_channel; }

private:
    void sendOrEnd(const Message& message, int descriptor = -1);
    Channel* m_channel;
};

// One source from the file to stores; how many layers there were. std::bad_alloc may leave it.
using ChildWork = std::function<Result<std::size_t>(const message::Request& request, ChildOutput& output)>;

// What the server does before it forks, once for all its children; then what a child does, in this order. `confine`
// false: the child ends without having opened the file.
struct ChildActions {
    std::function<void(const message::Request& request)> prepare;
    std::function<bool(const message::Request& request)> confine;
    ChildWork work;
};

// The viewer puts the control socket here.
inline constexpr int kControlDescriptor = 3;

// Serves until the viewer closes the control socket; then its children are dead and reaped. The program's exit code.
int serveLoads(Channel control, const ChildActions& actions);

}  // namespace geodata
