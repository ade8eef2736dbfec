// SPDX-License-Identifier: Apache-2.0
#pragma once
// opsmap in a window on a private X server, driven with xdotool and observed through the server's own pixels.

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "layers/model/map_view.hpp"
#include "layers/model/style.hpp"

namespace window_test {

struct Shot {
    layers::ScreenSize size;
    std::vector<std::uint8_t> rgb;

    bool operator==(const Shot&) const = default;
    layers::Rgba at(int x, int y) const;
    // How many pixels differ inside the rectangle.
    int differing(const Shot& other, const layers::ScreenRect& in) const;
    layers::ScreenRect all() const { return {0, 0, static_cast<double>(size.width), static_cast<double>(size.height)}; }
};

// An X server of this size; DISPLAY points to it while it lives.
class Server {
public:
    explicit Server(layers::ScreenSize size, const std::vector<std::string>& options = {});
    ~Server();
    Shot shot() const;
    // What another program would paste; empty: nobody offers a text.
    std::string clipboard() const;
    // Ends it as a crash would.
    void crash();
    // Two monitors side by side, halves of the screen; and the second taken away again.
    void splitMonitors();
    void removeSecondMonitor();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

class Window {
public:
    // build/opsmap with these arguments, a home folder of its own; returns when the picture has come to rest.
    // `home`: one that is there already, and stays.
    Window(const Server& server, std::vector<std::string> arguments, const std::filesystem::path& home = {});
    ~Window();

    void keys(const std::string& xdotoolKeys);  // "1", "ctrl+plus", "F12"
    void moveTo(int x, int y);
    void click(int x, int y, int button = 1);
    void drag(int fromX, int fromY, int toX, int toY);
    void holdKey(const std::string& key);
    void releaseKey(const std::string& key);
    // Shots until two in a row, half a second apart, are the same and the program did nothing between them.
    Shot settled() const;
    // The same until what the test waits for is there, or two minutes have passed: files are looked at now and then.
    Shot settledWhen(const std::function<bool(const Shot&)>& isThere) const;
    // Ends it with Ctrl+Q and returns the exit code.
    int quit();
    // Sends a signal and returns the exit code, 128 + signal when it was killed.
    int end(int signal);
    // Until it ends by itself.
    int exitCode();
    bool runs() const;

    const std::filesystem::path& home() const { return m_home; }
    std::string errors() const;  // what it wrote to stderr so far

private:
    const Server& m_server;
    std::filesystem::path m_home;
    bool m_ownsHome = true;
    pid_t m_process = 0;
};

// A folder that goes with the test.
class Folder {
public:
    Folder();
    ~Folder();
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

// Runs a program to its end: exit code, and stderr to `errors`.
int runToEnd(const std::vector<std::string>& command, std::string& errors);

}  // namespace window_test
