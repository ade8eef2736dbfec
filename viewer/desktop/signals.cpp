// SPDX-License-Identifier: Apache-2.0
#include "viewer/desktop/signals.hpp"

#include <X11/Xlib.h>
#undef Status  // X11 defines it as int; ours is geodata::Status
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <utility>

#include "viewer/desktop/exit_code.hpp"

namespace viewer {
namespace {

// Handlers of signals and of Xlib take no argument of ours, so these are the program's and not an object's.
volatile sig_atomic_t endAsked = 0;
std::function<void()> lastWords;

void onSignal(int) { endAsked = 1; }

// Xlib calls exit(1) when its handler returns, and no destructor of the window's may talk to the server any more.
int onIoError(Display*) {
    static std::atomic<bool> running{false};
    if (!running.exchange(true) && lastWords) lastWords();
    ::_exit(exit_code::kRefused);
}

}  // namespace

void reportSizeLimits() { ::signal(SIGXFSZ, SIG_IGN); }

void catchSignals() {
    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    for (const int number : {SIGTERM, SIGHUP, SIGINT}) ::sigaction(number, &action, nullptr);
}

bool asksToEnd() { return endAsked != 0; }

void onServerLost(std::function<void()> last) {
    lastWords = std::move(last);
    XSetIOErrorHandler(onIoError);
}

}  // namespace viewer
