// SPDX-License-Identifier: Apache-2.0
// first_paint R,G,B STABLE_MS TIMEOUT_S COMMAND…: starts a program and watches the screen of $DISPLAY. Prints when its
// first window stood, when pixels of the colour came first, and when their number changed last before STABLE_MS of
// quiet; then ends the program and prints the most memory it had.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#undef Status
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kRows = 16, kEveryPx = 4, kNear = 6, kLeastPixels = 300;
constexpr std::chrono::milliseconds kBetweenLooks{10};

double msSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct ImageDestroyer {
    void operator()(XImage* image) const { XDestroyImage(image); }
};

using Color = std::array<int, 3>;

bool near(unsigned long pixel, const Color& color) {
    for (int channel = 0; channel < 3; ++channel)
        if (std::abs(static_cast<int>(pixel >> (16 - 8 * channel) & 255U) - color[static_cast<std::size_t>(channel)]) >
            kNear)
            return false;
    return true;
}

// Of some rows of the screen, which cost little to fetch.
int pixelsOf(Display* display, const Color& color) {
    const int screen = DefaultScreen(display), width = DisplayWidth(display, screen),
              height = DisplayHeight(display, screen);
    int count = 0;
    for (int row = 1; row < kRows; ++row) {
        const std::unique_ptr<XImage, ImageDestroyer> image(
            XGetImage(display, DefaultRootWindow(display), 0, height * row / kRows, static_cast<unsigned>(width), 1,
                      AllPlanes, ZPixmap));
        for (int x = 0; image && x < width; x += kEveryPx) count += near(XGetPixel(image.get(), x, 0), color) ? 1 : 0;
    }
    return count;
}

bool windowStands(Display* display) {
    ::Window root = 0, parent = 0, *children = nullptr;
    unsigned count = 0;
    XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count);
    bool stands = false;
    for (unsigned i = 0; i < count; ++i) {
        XWindowAttributes facts{};
        stands = stands || (XGetWindowAttributes(display, children[i], &facts) != 0 && facts.map_state == IsViewable &&
                            facts.width > 200 && facts.height > 200);
    }
    if (children != nullptr) XFree(children);
    return stands;
}

std::string peakMemory(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmHWM:", 0) == 0) return line.substr(line.find_first_of("0123456789"));
    return "0 kB";
}

pid_t started(char** command) {
    const pid_t process = ::fork();
    if (process != 0) return process;
    ::setpgid(0, 0);
    ::execvp(command[0], command);
    std::_Exit(127);
}

struct Times {
    double window = -1, paint = -1, change = -1;  // ms from the start
};

Times watched(Display* display, const Color& color, double stableMs, double timeoutMs, pid_t process,
              Clock::time_point start) {
    Times times;
    for (int last = 0; msSince(start) < timeoutMs && ::waitpid(process, nullptr, WNOHANG) == 0;
         std::this_thread::sleep_for(kBetweenLooks)) {
        if (times.window < 0 && windowStands(display)) times.window = msSince(start);
        const int count = pixelsOf(display, color);
        if (count >= kLeastPixels && times.paint < 0) times.paint = msSince(start);
        if (times.paint >= 0 && count != last) times.change = msSince(start);
        if (times.paint >= 0 && msSince(start) - times.change > stableMs) break;
        last = count;
    }
    return times;
}

}  // namespace

int main(int argc, char** argv) {
    Color color{};
    Display* display = XOpenDisplay(nullptr);
    if (argc < 5 || display == nullptr || std::sscanf(argv[1], "%d,%d,%d", &color[0], &color[1], &color[2]) != 3) {
        std::fputs("Usage: DISPLAY=… first_paint R,G,B STABLE_MS TIMEOUT_S COMMAND…\n", stderr);
        return 2;
    }
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });  // windows come and go while they are looked at
    const auto start = Clock::now();
    const pid_t process = started(argv + 4);
    const Times times = watched(display, color, std::atof(argv[2]), std::atof(argv[3]) * 1000, process, start);
    std::printf("window_ms=%.0f paint_ms=%.0f complete_ms=%.0f peak_kb=%s\n", times.window, times.paint, times.change,
                peakMemory(process).c_str());
    ::kill(-process, SIGTERM);
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    ::kill(-process, SIGKILL);
    ::waitpid(process, nullptr, 0);  // its processor time is ours now, as for any other command
    return times.paint >= 0 ? 0 : 1;
}
