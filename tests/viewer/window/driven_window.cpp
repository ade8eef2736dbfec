// SPDX-License-Identifier: Apache-2.0
#include "tests/viewer/window/driven_window.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xrandr.h>
#undef Status
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include "geodata/result/result.hpp"

namespace window_test {
namespace {

namespace fs = std::filesystem;

void sleepMs(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

pid_t spawned(const std::vector<std::string>& command, const fs::path& errors, const fs::path& output) {
    std::vector<char*> args;
    for (const std::string& arg : command) args.push_back(const_cast<char*>(arg.c_str()));
    args.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    pid_t process = 0;
    OPSMAP_CHECK(posix_spawnp(&process, args[0], &actions, nullptr, args.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    return process;
}

int exitCodeOf(pid_t process) {
    int status = 0;
    waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Without reaping it: its exit code is still wanted.
bool stillRuns(pid_t process) {
    siginfo_t info{};
    return waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == 0;
}

std::string textOf(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// How long a process, its threads and its children ran, and how long they waited for a processor, since they began: the
// kernel's /proc/PID/task/TID/schedstat. A program at rest adds next to nothing, however busy the machine is.
struct Activity {
    std::uint64_t ranNs = 0, waitedNs = 0;
};

Activity activityOf(pid_t process) {
    Activity sum;
    std::error_code gone;
    for (const auto& task : fs::directory_iterator(fmt::format("/proc/{}/task", process), gone)) {
        std::ifstream stat(task.path() / "schedstat"), children(task.path() / "children");
        std::uint64_t ranNs = 0, waitedNs = 0;
        stat >> ranNs >> waitedNs;
        sum.ranNs += ranNs;
        sum.waitedNs += waitedNs;
        for (pid_t child = 0; children >> child;) {
            const Activity below = activityOf(child);
            sum.ranNs += below.ranNs;
            sum.waitedNs += below.waitedNs;
        }
    }
    return sum;
}

// In half a second: a look at clock and files takes less, and a program that has something to draw and gets no
// processor waits for more.
bool isAtRest(const Activity& before, const Activity& now) {
    return now.ranNs - before.ranNs < 40'000'000 && now.waitedNs - before.waitedNs < 250'000'000;
}

void xdotool(const std::string& arguments) {
    OPSMAP_CHECK(std::system(("xdotool " + arguments + " >/dev/null 2>&1").c_str()) == 0);
}

}  // namespace

layers::Rgba Shot::at(int x, int y) const {
    const std::size_t i = (static_cast<std::size_t>(y) * size.width + x) * 3;
    return {rgb[i], rgb[i + 1], rgb[i + 2], 255};
}

int Shot::differing(const Shot& other, const layers::ScreenRect& in) const {
    int count = 0;
    for (int y = static_cast<int>(in.top); y < in.bottom; ++y)
        for (int x = static_cast<int>(in.left); x < in.right; ++x) count += !(at(x, y) == other.at(x, y));
    return count;
}

struct Server::State {
    pid_t process = 0;
    Display* display = nullptr;
};

Server::Server(layers::ScreenSize size, const std::vector<std::string>& options) : m_state(std::make_unique<State>()) {
    const fs::path number = fs::temp_directory_path() / fmt::format("opsmap-window-{}", ::getpid());
    const std::string screen = fmt::format("{}x{}x24", size.width, size.height);
    std::vector<std::string> command{"Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp", "-noreset"};
    command.insert(command.end(), options.begin(), options.end());
    m_state->process = spawned(command, "/dev/null", number);
    std::string text;
    for (int i = 0; i < 1200 && text.find('\n') == std::string::npos; ++i, text = textOf(number)) sleepMs(100);
    OPSMAP_CHECK(text.find('\n') != std::string::npos);
    fs::remove(number);
    ::setenv("DISPLAY", (":" + text.substr(0, text.find('\n'))).c_str(), 1);
    m_state->display = XOpenDisplay(nullptr);
    OPSMAP_CHECK(m_state->display != nullptr);
}

Server::~Server() {
    if (m_state->process != 0) crash();
}

void Server::crash() {
    XCloseDisplay(m_state->display);
    ::kill(m_state->process, SIGKILL);
    exitCodeOf(std::exchange(m_state->process, 0));
}

// The one output belongs to the left monitor: otherwise the server makes a monitor of the whole screen beside ours.
void Server::splitMonitors() {
    Display* display = m_state->display;
    const int width = DisplayWidth(display, 0) / 2, height = DisplayHeight(display, 0);
    XRRScreenResources* resources = XRRGetScreenResources(display, DefaultRootWindow(display));
    RROutput output = resources->outputs[0];
    XRRFreeScreenResources(resources);
    XRRMonitorInfo left{XInternAtom(display, "left", False), True, False, 1, 0, 0, width, height, 300, 300, &output};
    XRRMonitorInfo right{
        XInternAtom(display, "right", False), False, False, 0, width, 0, width, height, 300, 300, nullptr};
    XRRSetMonitor(display, DefaultRootWindow(display), &left);
    XRRSetMonitor(display, DefaultRootWindow(display), &right);
    XSync(display, False);
}

void Server::removeSecondMonitor() {
    XRRDeleteMonitor(m_state->display, DefaultRootWindow(m_state->display),
                     XInternAtom(m_state->display, "right", False));
    XSync(m_state->display, False);
}

Shot Server::shot() const {
    Display* display = m_state->display;
    const int width = DisplayWidth(display, 0), height = DisplayHeight(display, 0);
    XImage* image = XGetImage(display, DefaultRootWindow(display), 0, 0, static_cast<unsigned>(width),
                              static_cast<unsigned>(height), AllPlanes, ZPixmap);
    Shot shot{{width, height}, {}};
    shot.rgb.reserve(static_cast<std::size_t>(width) * height * 3);
    for (int y = 0; y < height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(image->data + static_cast<std::ptrdiff_t>(y) *
                                                                                   image->bytes_per_line);
        for (int x = 0; x < width; ++x)
            for (int shift : {16, 8, 0}) shot.rgb.push_back(static_cast<std::uint8_t>(row[x] >> shift));
    }
    XDestroyImage(image);
    return shot;
}

std::string Server::clipboard() const {
    Display* display = m_state->display;
    const Atom selection = XInternAtom(display, "CLIPBOARD", False), utf8 = XInternAtom(display, "UTF8_STRING", False),
               answer = XInternAtom(display, "OPSMAP_TEST", False);
    const ::Window asker = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0);
    XConvertSelection(display, selection, utf8, answer, asker, CurrentTime);
    XEvent event;
    for (int i = 0; !XCheckTypedWindowEvent(display, asker, SelectionNotify, &event); ++i) {
        if (i == 1200) return {};
        sleepMs(50);
    }
    Atom type = None;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* bytes = nullptr;
    std::string text;
    if (event.xselection.property != None &&
        XGetWindowProperty(display, asker, answer, 0, 4096, True, AnyPropertyType, &type, &format, &count, &left,
                           &bytes) == Success &&
        format == 8)
        text.assign(reinterpret_cast<const char*>(bytes), count);
    if (bytes != nullptr) XFree(bytes);
    XDestroyWindow(display, asker);
    return text;
}

Window::Window(const Server& server, std::vector<std::string> arguments, const fs::path& home)
    : m_server(server), m_home(home), m_ownsHome(home.empty()) {
    static int count = 0;
    if (m_ownsHome) m_home = fs::temp_directory_path() / fmt::format("opsmap-home-{}-{}", ::getpid(), ++count);
    fs::create_directories(m_home);
    ::setenv("HOME", m_home.c_str(), 1);
    for (const char* name : {"XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_PICTURES_DIR", "XDG_CONFIG_HOME"})
        ::unsetenv(name);
    arguments.insert(arguments.begin(), OPSMAP_PROGRAM);
    const Shot before = server.shot();
    m_process = spawned(arguments, m_home / "stderr", m_home / "stdout");
    for (int i = 0; i < 1200 && server.shot() == before && runs(); ++i) sleepMs(100);
    settled();
}

Window::~Window() {
    if (m_process != 0) end(SIGKILL);
    if (m_ownsHome) fs::remove_all(m_home);
}

void Window::keys(const std::string& xdotoolKeys) { xdotool("key --clearmodifiers " + xdotoolKeys); }
void Window::moveTo(int x, int y) { xdotool(fmt::format("mousemove {} {}", x, y)); }
void Window::click(int x, int y, int button) {
    moveTo(x, y);
    sleepMs(150);
    xdotool(fmt::format("mousedown {}", button));
    sleepMs(80);
    xdotool(fmt::format("mouseup {}", button));
}
void Window::drag(int fromX, int fromY, int toX, int toY) {
    moveTo(fromX, fromY);
    sleepMs(200);
    xdotool("mousedown 1");
    sleepMs(100);
    for (int i = 1; i <= 8; ++i) {
        moveTo(fromX + (toX - fromX) * i / 8, fromY + (toY - fromY) * i / 8);
        sleepMs(30);
    }
    xdotool("mouseup 1");
}

void Window::holdKey(const std::string& key) { xdotool("keydown " + key); }
void Window::releaseKey(const std::string& key) { xdotool("keyup " + key); }

Shot Window::settled() const {
    Shot last = m_server.shot();
    Activity before = activityOf(m_process);
    for (int i = 0; i < 240 && runs(); ++i) {
        sleepMs(500);
        Shot now = m_server.shot();
        const Activity active = activityOf(m_process);
        if (now == last && isAtRest(before, active)) return now;
        last = std::move(now);
        before = active;
    }
    return last;
}

Shot Window::settledWhen(const std::function<bool(const Shot&)>& isThere) const {
    Shot shot = settled();
    for (int i = 0; i < 240 && runs() && !isThere(shot); ++i) {
        sleepMs(500);
        shot = settled();
    }
    return shot;
}

int Window::quit() {
    keys("ctrl+q");
    return exitCodeOf(std::exchange(m_process, 0));
}

int Window::end(int signal) {
    ::kill(m_process, signal);
    return exitCode();
}

int Window::exitCode() { return exitCodeOf(std::exchange(m_process, 0)); }

bool Window::runs() const { return m_process != 0 && stillRuns(m_process); }
std::string Window::errors() const { return textOf(m_home / "stderr"); }

Folder::Folder() {
    static int count = 0;
    m_path = fs::temp_directory_path() / fmt::format("opsmap-folder-{}-{}", ::getpid(), ++count);
    fs::create_directories(m_path);
}
Folder::~Folder() { fs::remove_all(m_path); }

// What earlier runs left behind in the user's own folders must not speak here.
int runToEnd(const std::vector<std::string>& command, std::string& errors) {
    const Folder state;
    std::vector<std::string> alone{"env", "XDG_STATE_HOME=" + state.path().string(),
                                   "XDG_CACHE_HOME=" + state.path().string()};
    alone.insert(alone.end(), command.begin(), command.end());
    const fs::path file = fs::temp_directory_path() / fmt::format("opsmap-stderr-{}", ::getpid());
    const int code = exitCodeOf(spawned(alone, file, "/dev/null"));
    errors = textOf(file);
    fs::remove(file);
    return code;
}

}  // namespace window_test
