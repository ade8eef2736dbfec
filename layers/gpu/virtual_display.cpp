// SPDX-License-Identifier: Apache-2.0
#include "layers/gpu/virtual_display.hpp"

#include <GL/glx.h>
#include <X11/Xlib.h>
#undef Status  // X11 defines it as int; ours is geodata::Status
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>

#include "layers/gpu/display_closer.hpp"

namespace layers {
namespace {

constexpr int kStartTimeoutMs = 20000;
constexpr unsigned kLeastGlMajor = 3;  // frame buffer objects
constexpr const char* kAdvice = "Install the package xvfb, or set DISPLAY to a running X server.";

class Pipe {
public:
    Pipe() { m_open = ::pipe2(m_end.data(), O_CLOEXEC) == 0; }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        if (!m_open) return;
        ::close(m_end[0]);
        closeWriter();
    }
    void closeWriter() {
        if (m_end[1] >= 0) ::close(m_end[1]);
        m_end[1] = -1;
    }
    int reader() const { return m_end[0]; }
    int writer() const { return m_end[1]; }

private:
    std::array<int, 2> m_end{-1, -1};
    bool m_open = false;
};

// The display's number, which Xvfb writes when it is ready.
std::string readNumber(int fd) {
    std::string number;
    pollfd ready{fd, POLLIN, 0};
    char c = 0;
    while (::poll(&ready, 1, kStartTimeoutMs) > 0 && ::read(fd, &c, 1) == 1 && c != '\n') number += c;
    return c == '\n' ? number : std::string();
}

// Xvfb with `fd` open as its -displayfd; its chatter goes nowhere.
int spawnXvfb(pid_t& process, ScreenSize size, int fd) {
    const std::string fdText = std::to_string(fd), screen = fmt::format("{}x{}x24", size.width, size.height);
    std::array<const char*, 10> args{"Xvfb",         "-displayfd", fdText.c_str(), "-screen",  "0",
                                     screen.c_str(), "-nolisten",  "tcp",          "-noreset", nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, fd, fd);  // the same number without close-on-exec
    const int failed =
        ::posix_spawnp(&process, "Xvfb", &actions, nullptr, const_cast<char* const*>(args.data()), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

}  // namespace

geodata::Result<OpenDisplay> probeDisplay() {
    const char* name = std::getenv("DISPLAY");
    if (name == nullptr || *name == '\0') return geodata::Error{"There is no display: DISPLAY is not set."};
    const std::shared_ptr<Display> display(XOpenDisplay(nullptr), DisplayCloser());
    if (!display) return geodata::failure("Cannot open display", geodata::quoted(name), "no X server is running there");
    int major = 0, minor = 0;
    if (!glXQueryExtension(display.get(), &major, &minor))
        return geodata::failure("Cannot draw on display", geodata::quoted(name), "its X server has no GLX");
    // SFML reads this text unasked, and there is none where no driver's library can be loaded.
    if (glXQueryExtensionsString(display.get(), DefaultScreen(display.get())) == nullptr)
        return geodata::failure("Cannot draw on display", geodata::quoted(name),
                                "no OpenGL driver for it can be loaded", "Install one: libgl1-mesa-dri is Debian's.");
    return OpenDisplay(display);
}

geodata::Status probeDriver(GlVersion offered) {
    if (offered.major >= kLeastGlMajor) return {};
    const char* name = std::getenv("DISPLAY");
    return geodata::failure(
        "Cannot draw on display", geodata::quoted(name != nullptr ? name : ""),
        fmt::format("its driver offers OpenGL {}.{}, and {}.0 is needed", offered.major, offered.minor, kLeastGlMajor));
}

geodata::Result<std::unique_ptr<VirtualDisplay>> VirtualDisplay::start(ScreenSize size) {
    Pipe pipe;
    pid_t process = 0;
    if (const int failed = spawnXvfb(process, size, pipe.writer()); failed != 0)
        return geodata::failure("Cannot start", "\"Xvfb\"", std::strerror(failed), kAdvice);
    std::unique_ptr<VirtualDisplay> display(new VirtualDisplay(process));
    pipe.closeWriter();
    const std::string number = readNumber(pipe.reader());
    if (number.empty())
        return geodata::failure("Cannot start", "\"Xvfb\"", "it gave no display number within 20 s", kAdvice);
    ::setenv("DISPLAY", (":" + number).c_str(), 1);
    return display;
}

VirtualDisplay::~VirtualDisplay() {
    ::kill(m_process, SIGTERM);
    int status = 0;
    ::waitpid(m_process, &status, 0);
}

}  // namespace layers
