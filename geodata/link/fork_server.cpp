// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/fork_server.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <new>

#include "geodata/link/sealed.hpp"

namespace geodata {
namespace {

constexpr int kEndedUnheard = 3;  // nobody took the child's message
constexpr int kNotConfined = 4;
constexpr int kChildNiceness = 5;  // where processors are few, the window moves first

// The child's socket becomes descriptor 3, in the place of the control socket; of the server's own nothing stays open.
// PROJ's connection to its database does: PROJ closes it by its number when it makes one of its own, and no other file
// may have that.
Channel keepOnly(Descriptor socket, const Descriptor& childSignals) {
    if (::dup2(socket.number(), kControlDescriptor) < 0) ::_exit(kNotConfined);
    (void)Channel(std::move(socket));
    ::close(childSignals.number());
    ::fcntl(kControlDescriptor, F_SETFD, FD_CLOEXEC);
    return Channel(Descriptor(kControlDescriptor));
}

Message resultOf(const message::Request& request, const ChildWork& work, Channel& channel) {
    ChildOutput output(channel);
    const Result<std::size_t> layers = work(request, output);
    if (layers) return message::Done{*layers};
    constexpr std::size_t kLongestSentence = kMaxMessageBytes / 2;
    return message::Refused{layers.error().text.substr(0, kLongestSentence)};
}

[[noreturn]] void runChild(const message::Request& request, Descriptor socket, pid_t server,
                           const Descriptor& childSignals, const ChildActions& actions) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::nice(kChildNiceness);                             // more than what opsmap itself was started with
    if (::getppid() != server) ::_exit(kEndedUnheard);  // it died before the line above
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    Channel channel = keepOnly(std::move(socket), childSignals);
    const std::string outOfMemory = encodeMessage(message::OutOfMemory{});  // now, while there is memory
    if (!actions.confine(request)) ::_exit(kNotConfined);  // the last act: all that is needed of the system is open
    bool sent = false;
    try {
        sent = channel.send(resultOf(request, actions.work, channel));
    } catch (const std::bad_alloc&) {
        sent = channel.sendEncoded(outOfMemory);
    }
    ::_exit(sent ? 0 : kEndedUnheard);
}

class ForkServer {
public:
    ForkServer(Channel control, const ChildActions& actions) : m_control(std::move(control)), m_actions(&actions) {
        sigset_t wanted;
        ::sigemptyset(&wanted);
        ::sigaddset(&wanted, SIGCHLD);
        ::sigprocmask(SIG_BLOCK, &wanted, nullptr);
        m_childSignals = Descriptor(::signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK));
    }

    int serve() {
        while (m_running) {
            pollfd watched[] = {{m_control.number(), POLLIN, 0}, {m_childSignals.number(), POLLIN, 0}};
            if (::poll(watched, 2, -1) < 0 && errno != EINTR) break;
            if (watched[1].revents != 0) reap();
            if (watched[0].revents != 0) obey();
        }
        for (const auto& [process, id] : m_children) ::kill(process, SIGKILL);
        for (const auto& [process, id] : m_children) ::waitpid(process, nullptr, 0);
        return 0;
    }

private:
    void obey() {
        Received got = m_control.receive(false);
        if (std::holds_alternative<received::Nothing>(got)) return;
        auto* whole = std::get_if<received::Whole>(&got);
        m_running = whole != nullptr;
        if (!m_running) return;
        if (const auto* request = std::get_if<message::Request>(&whole->message))
            fork(*request, std::move(whole->descriptor));
        else if (const auto* kill = std::get_if<message::Kill>(&whole->message)) killChild(kill->id);
    }

    void fork(const message::Request& request, Descriptor socket) {
        m_actions->prepare(request);
        const pid_t server = ::getpid();
        const pid_t child = ::fork();
        if (child == 0) runChild(request, std::move(socket), server, m_childSignals, *m_actions);
        if (child > 0) m_children[child] = request.id;
        else m_control.send(message::Ended{request.id, kNotConfined, 0});
    }

    // Here and not in the viewer: only who reaps knows that the number still means the child.
    void killChild(LoadId id) {
        for (const auto& [process, childId] : m_children)
            if (childId == id) ::kill(process, SIGKILL);
    }

    void reap() {
        signalfd_siginfo ignored;
        while (::read(m_childSignals.number(), &ignored, sizeof ignored) > 0) {
        }
        int status = 0;
        for (pid_t process = 0; (process = ::waitpid(-1, &status, WNOHANG)) > 0;) {
            const auto child = m_children.find(process);
            if (child == m_children.end()) continue;
            const message::Ended ended{child->second, WIFEXITED(status) ? WEXITSTATUS(status) : 0,
                                       WIFSIGNALED(status) ? WTERMSIG(status) : 0};
            m_children.erase(child);
            m_running = m_control.send(ended) && m_running;
        }
    }

    Channel m_control;
    const ChildActions* m_actions;
    Descriptor m_childSignals;
    std::map<pid_t, LoadId> m_children;
    bool m_running = true;
};

}  // namespace

void ChildOutput::sendOrEnd(const Message& message, int descriptor) {
    if (!m_channel->send(message, descriptor)) ::_exit(kEndedUnheard);
}

void ChildOutput::progress(const std::string& layer, std::uint64_t done, std::uint64_t total) {
    sendOrEnd(message::Progress{layer, done, total});
}

void ChildOutput::store(const std::string& layer, const std::vector<std::byte>& encoded, bool final) {
    const Result<Descriptor> memory = sealedMemory(encoded);
    if (!memory) throw std::bad_alloc();  // a memfd fails for want of memory or descriptors only
    sendOrEnd(message::Chunk{layer, final}, memory->number());
}

int serveLoads(Channel control, const ChildActions& actions) { return ForkServer(std::move(control), actions).serve(); }

}  // namespace geodata
