// SPDX-License-Identifier: Apache-2.0
// Pictures made from the window, by key, dialog and clipboard, as their receivers find them.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <png.h>
#include <poll.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <thread>

#include "tests/viewer/window/driven_window.hpp"
#include "viewer/panels/kit/panel_layout.hpp"

#include <X11/Xlib.h>  // last: its macros are words of everybody else
#undef Status

using namespace window_test;
using Driven = window_test::Window;
namespace fs = std::filesystem;

namespace {

const std::string kArea = std::string(OPSMAP_SOURCE_DIR) + "/tests/viewer/window/area.toml";
const std::string kUnifil = std::string(OPSMAP_SOURCE_DIR) + "/areas/unifil/unifil.toml";
const layers::ScreenSize kHd{1920, 1080};

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Shot decoded(const std::string& png) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_memory(&image, png.data(), png.size()) != 0);
    image.format = PNG_FORMAT_RGB;
    Shot shot{{static_cast<int>(image.width), static_cast<int>(image.height)},
              std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    REQUIRE(png_image_finish_read(&image, nullptr, shot.rgb.data(), 0, nullptr) != 0);
    return shot;
}

std::vector<fs::path> picturesIn(const fs::path& home) {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(home / "Pictures", ignored)) found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

// The next picture that is there whole: its name is put in place last.
fs::path pictureAfter(const Driven& window, std::size_t before) {
    for (int i = 0; i < 1200; ++i) {
        for (const fs::path& file : picturesIn(window.home()))
            if (picturesIn(window.home()).size() > before && !fs::is_directory(file) && file.extension() == ".png" &&
                fs::file_size(file) > 0) {
                std::vector<fs::path> all = picturesIn(window.home());
                return *std::ranges::max_element(all, {}, [](const fs::path& p) { return fs::last_write_time(p); });
            }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return {};
}

int exported(const std::vector<std::string>& arguments) {
    std::vector<std::string> command{OPSMAP_PROGRAM, "export"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    std::string errors;
    const int code = runToEnd(command, errors);
    CHECK(errors == "");
    return code;
}

std::string noteOf(const fs::path& picture, const std::string& key) {
    const std::string bytes = bytesOf(picture), mark = key + std::string(5, '\0');
    const std::size_t at = bytes.find(mark);
    return at == bytes.npos ? "" : bytes.substr(at + mark.size(), 60);
}

// What another program gets when it pastes: the selection's bytes, in pieces where they come so.
class Paster {
public:
    Paster() : m_display(XOpenDisplay(nullptr)) {
        m_window = XCreateSimpleWindow(m_display, DefaultRootWindow(m_display), 0, 0, 1, 1, 0, 0, 0);
        XSelectInput(m_display, m_window, PropertyChangeMask);
    }
    ~Paster() { XCloseDisplay(m_display); }

    std::string paste(const char* target) {
        m_inPieces = false;
        XConvertSelection(m_display, atom("CLIPBOARD"), atom(target), atom("PASTED"), m_window, CurrentTime);
        const auto answer = next(SelectionNotify);
        if (!answer || answer->xselection.property == None) return {};
        Atom type = 0;
        std::string bytes = taken(type);
        if (type != atom("INCR")) return bytes;
        m_inPieces = true;
        for (bytes.clear();;) {
            const auto change = next(PropertyNotify);
            if (!change) return {};
            if (change->xproperty.state != PropertyNewValue) continue;
            const std::string piece = taken(type);
            if (piece.empty()) return bytes;
            bytes += piece;
        }
    }
    bool inPieces() const { return m_inPieces; }
    Atom atom(const char* name) { return XInternAtom(m_display, name, False); }

private:
    std::optional<XEvent> next(int type) {
        for (int i = 0; i < 100; ++i) {
            XEvent event;
            while (XPending(m_display) > 0) {
                XNextEvent(m_display, &event);
                if (event.type == type) return event;
            }
            pollfd wait{ConnectionNumber(m_display), POLLIN, 0};
            ::poll(&wait, 1, 100);
        }
        return {};
    }
    std::string taken(Atom& type) {
        int format = 0;
        unsigned long count = 0, left = 0;
        unsigned char* data = nullptr;
        XGetWindowProperty(m_display, m_window, atom("PASTED"), 0, 0x1fffffff, True, AnyPropertyType, &type, &format,
                           &count, &left, &data);
        std::string bytes(reinterpret_cast<char*>(data), format == 8 ? count : count * sizeof(long));
        XFree(data);
        return bytes;
    }

    Display* m_display;
    ::Window m_window = 0;
    bool m_inPieces = false;
};

}  // namespace

// By how many levels of 255 the most unlike pixels differ.
int mostUnlike(const Shot& a, const Shot& b) {
    REQUIRE(a.rgb.size() == b.rgb.size());
    int most = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i) most = std::max(most, std::abs(a.rgb[i] - b.rgb[i]));
    return most;
}

// Turned letters are sampled where they happen to lie in the atlas, which the window has filled in another order: a few
// of their pixels differ by one level of 255. All others are the same.
TEST_CASE("the window without its panels is the picture of its size, pixel for pixel") {
    const Server server(kHd);
    Driven window(server, {kUnifil});
    window.keys("Tab");
    const Shot map = window.settled();
    const Folder folder;
    const fs::path picture = folder.path() / "a.png";
    REQUIRE(exported({kUnifil, "-o", picture, "--size", "1920x1080"}) == 0);
    const Shot made = decoded(bytesOf(picture));
    CHECK(mostUnlike(map, made) <= 1);
    CHECK(map.differing(made, map.all()) < 50);
    SUBCASE("and the read-out bar lies on no plate") {
        window.keys("Tab");
        const Shot panels = window.settled();
        const layers::ScreenRect marking{880, 1040, 1040, 1070}, scaleBar{0, 1018, 270, 1080},
            sources{1300, 1000, 1920, 1080};
        CHECK(panels.differing(map, panels.all()) > 1000);
        for (const layers::ScreenRect& plate : {marking, scaleBar, sources}) CHECK(panels.differing(map, plate) == 0);
    }
}

TEST_CASE("F12 makes the current preset's picture, which is what export makes of it again") {
    const Folder folder;
    fs::copy(fs::path(kArea).parent_path() / "squares.geojson", folder.path());
    const fs::path area = folder.path() / "area.toml";
    std::ofstream(area) << bytesOf(kArea)
                        << "\n[[preset]]\nname = \"small\"\nsize = \"900x900\"\nmarking = \"NATO SECRET\"\nlegend = "
                           "true\nnote = \"by hand\"\n";
    const Server server(kHd);
    Driven window(server, {area});
    window.drag(960, 700, 760, 600);
    window.settled();
    window.keys("F12");
    const fs::path picture = pictureAfter(window, 0);
    REQUIRE(picture != "");
    CHECK(picture.filename().string().find("-area-NATO-SECRET.png") != std::string::npos);
    CHECK(decoded(bytesOf(picture)).size == layers::ScreenSize{900, 900});
    window.settled();
    window.keys("F12");
    const fs::path second = pictureAfter(window, 1);
    CHECK(second != picture);  // never over the first
    CHECK(bytesOf(second) == bytesOf(picture));
    std::string errors;
    const fs::path again = picture.parent_path() / "again.png";
    CHECK(runToEnd({OPSMAP_PROGRAM, "export", picture, "-o", again}, errors) == 0);
    CHECK(bytesOf(again) == bytesOf(picture));
}

TEST_CASE("a picture opens the view, the layers and the switches from which it was made") {
    const Server server(kHd);
    fs::path picture;
    const Folder folder;
    Shot before;
    {
        Driven window(server, {kArea});
        window.drag(960, 700, 760, 600);
        window.keys("1");
        window.keys("e");
        window.keys("g");
        window.settled();
        window.keys("F12");
        const fs::path made = pictureAfter(window, 0);
        REQUIRE(made != "");
        picture = folder.path() / "kept.png";
        std::string errors;  // the area lies outside the picture's folder, which is said
        REQUIRE(runToEnd({OPSMAP_PROGRAM, "export", made, "-o", picture}, errors) == 0);
        window.keys("Tab");
        before = window.settled();
        for (int i = 0; i < 20 && !(before == decoded(bytesOf(picture))); ++i)
            before = window.settled();  // until the message has gone
    }
    CHECK(before == decoded(bytesOf(picture)));
    Driven window(server, {picture});
    window.keys("Tab");
    Shot after = window.settled();
    for (int i = 0; i < 20 && !(after == before); ++i) after = window.settled();
    CHECK(after.differing(before, after.all()) == 0);
}

TEST_CASE("the dialog shows a frame that can be dragged, and Esc puts it away") {
    const Server server(kHd);
    Driven window(server, {kArea});
    const Shot before = window.settled();
    window.keys("ctrl+shift+s");
    const Shot open = window.settled();
    CHECK(open.differing(before, {1500, 0, 1920, 1080}) > 50'000);
    window.keys("F12");
    const fs::path first = pictureAfter(window, 0);
    REQUIRE(first != "");
    window.settled();
    layers::Stage stage;
    stage.view.size = kHd;
    const layers::ScreenRect tag = viewer::frameTag({0, 0, 1920, 1080}, stage);
    const int x = static_cast<int>(tag.left + tag.width() / 2), y = static_cast<int>(tag.top + tag.height() / 2);
    window.drag(x, y, x + 120, y + 60);
    window.settled();
    window.keys("F12");
    const fs::path second = pictureAfter(window, 1);
    REQUIRE(second != first);
    double west[2]{};
    for (int i : {0, 1}) west[i] = std::stod(noteOf(i == 0 ? first : second, "opsmap-extent"));
    const double mPerPx = 111'000.0 / 120;  // one degree is 120 px here
    CHECK(west[1] - west[0] == doctest::Approx(120 * mPerPx).epsilon(0.05));
    window.settled();
    for (int i = 0; i < 6; ++i) window.keys("Escape");  // the dialog and the messages
    CHECK(window.settled().differing(before, {1400, 0, 1920, 960}) ==
          0);  // the read-out bar says where the cursor went
    CHECK(window.runs());
}

TEST_CASE("a picture that was asked for is there when the window closes") {
    const Server server(kHd);
    Driven window(server, {kUnifil});
    window.keys("F12");
    CHECK(window.quit() == 0);
    CHECK(picturesIn(window.home()).size() == 1);
}

TEST_CASE("a large picture is given up with Esc and leaves nothing behind, while the window goes on") {
    const Folder folder;
    fs::copy(fs::path(kArea).parent_path() / "squares.geojson", folder.path());
    const fs::path area = folder.path() / "area.toml";
    std::ofstream(area) << bytesOf(kArea)
                        << "\n[[preset]]\nname = \"wall\"\nsize = \"16384x16384\"\nformats = [\"png\", \"tif\"]\n";
    const Server server(kHd);
    Driven window(server, {area});
    const Shot before = window.settled();
    window.keys("F12");
    while (window.runs() && server.shot() == before)  // until it says that it draws
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    window.keys("Escape");
    window.settled();
    CHECK(picturesIn(window.home()).empty());
    window.keys("1");
    CHECK(window.settled().at(900, 480) == layers::Rgba{240, 240, 240, 255});
    CHECK(window.quit() == 0);
}

TEST_CASE(
    "Ctrl+C puts the map on the clipboard as a PNG, in pieces where it is large, and a copied position takes its "
    "place") {
    const Server server(kHd);
    Driven window(server, {kUnifil});
    window.keys("ctrl+c");
    window.settled();
    Paster paster;
    const std::string png = paster.paste("image/png");
    REQUIRE(png.size() > 300'000);
    CHECK(paster.inPieces());
    const std::string targets = paster.paste("TARGETS");
    std::vector<long> atoms(targets.size() / sizeof(long));
    std::copy_n(targets.data(), targets.size(), reinterpret_cast<char*>(atoms.data()));
    CHECK(std::ranges::count(atoms, static_cast<long>(paster.atom("image/png"))) == 1);
    CHECK(paster.paste("UTF8_STRING") == "");
    window.keys("Tab");
    Shot map = window.settled();
    for (int i = 0; i < 20 && !(map == decoded(png)); ++i) map = window.settled();  // until the message has gone
    CHECK(map == decoded(png));
    window.click(1200, 500, 3);
    window.settled();
    CHECK(paster.paste("UTF8_STRING").find("36S") != std::string::npos);
    CHECK(paster.paste("image/png") == "");
    CHECK(window.quit() == 0);
}
