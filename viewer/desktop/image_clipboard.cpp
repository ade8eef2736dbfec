// SPDX-License-Identifier: Apache-2.0
#include "viewer/desktop/image_clipboard.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <xcb/xcb.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <map>
#include <span>
#include <string_view>
#include <thread>

namespace viewer {
namespace {

// XCB, because Xlib ends the program when the window that asks has gone, and when the server has.
struct Disconnect {
    void operator()(xcb_connection_t* connection) const { xcb_disconnect(connection); }
};
struct Free {
    void operator()(void* reply) const { std::free(reply); }
};
using Connection = std::unique_ptr<xcb_connection_t, Disconnect>;
template <class T>
using Reply = std::unique_ptr<T, Free>;

constexpr std::size_t kPieceBytes = 256U << 10U;  // of a picture sent in pieces; less where the server takes less
constexpr xcb_atom_t kNoAtom = XCB_ATOM_NONE;
constexpr std::uint32_t kPropertyChanges = XCB_EVENT_MASK_PROPERTY_CHANGE;

geodata::Error refused(std::string_view reason) { return geodata::failure("Cannot copy", "the map", reason); }

struct Atoms {
    xcb_atom_t clipboard = 0, targets = 0, timestamp = 0, png = 0, incr = 0;
};

xcb_atom_t atomOf(xcb_connection_t* connection, std::string_view name) {
    const Reply<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(
        connection, xcb_intern_atom(connection, 0, static_cast<std::uint16_t>(name.size()), name.data()), nullptr));
    return reply ? reply->atom : kNoAtom;
}

}  // namespace

struct ImageClipboard::State {
    std::vector<std::byte> png;
    Connection connection;
    xcb_window_t window = 0;
    Atoms atoms;
    xcb_timestamp_t since = 0;
    std::map<std::pair<xcb_window_t, xcb_atom_t>, std::size_t> sending;  // in pieces: how much has gone
    int stop = ::eventfd(0, EFD_CLOEXEC);
    std::jthread thread;

    ~State() {
        const std::uint64_t one = 1;
        if (thread.joinable() && ::write(stop, &one, sizeof one) == sizeof one) thread.join();
        if (stop >= 0) ::close(stop);
    }
    geodata::Status take();
    void serve();
    bool handle(const xcb_generic_event_t& event);
    void answer(const xcb_selection_request_event_t& request);
    bool put(const xcb_selection_request_event_t& request, xcb_atom_t property);
    void sendPiece(xcb_window_t to, xcb_atom_t property);
    std::size_t pieceBytes() const;
    template <class T>
    void set(xcb_window_t to, xcb_atom_t property, xcb_atom_t type, std::uint8_t bits, std::span<const T> values) {
        xcb_change_property(connection.get(), XCB_PROP_MODE_REPLACE, to, property, type, bits,
                            static_cast<std::uint32_t>(values.size()), values.data());
    }
};

ImageClipboard::ImageClipboard(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ImageClipboard::~ImageClipboard() = default;

geodata::Result<std::unique_ptr<ImageClipboard>> ImageClipboard::offer(std::vector<std::byte> png) {
    auto state = std::make_unique<State>();
    state->png = std::move(png);
    if (auto failed = state->take()) return *failed;
    State* served = state.get();  // stays where it is
    state->thread = std::jthread([served] { served->serve(); });
    return std::unique_ptr<ImageClipboard>(new ImageClipboard(std::move(state)));
}

// The selection is taken with the server's own time, which comes with a change of a property.
geodata::Status ImageClipboard::State::take() {
    connection.reset(xcb_connect(nullptr, nullptr));
    if (stop < 0 || xcb_connection_has_error(connection.get()) != 0) return refused("the X server does not answer");
    xcb_connection_t* c = connection.get();
    const xcb_screen_t* screen = xcb_setup_roots_iterator(xcb_get_setup(c)).data;
    window = xcb_generate_id(c);
    xcb_create_window(c, XCB_COPY_FROM_PARENT, window, screen->root, 0, 0, 1, 1, 0, XCB_WINDOW_CLASS_INPUT_OUTPUT,
                      XCB_COPY_FROM_PARENT, XCB_CW_EVENT_MASK, &kPropertyChanges);
    atoms = {atomOf(c, "CLIPBOARD"), atomOf(c, "TARGETS"), atomOf(c, "TIMESTAMP"), atomOf(c, "image/png"),
             atomOf(c, "INCR")};
    set<char>(window, XCB_ATOM_WM_NAME, XCB_ATOM_STRING, 8, std::string_view("opsmap"));
    xcb_flush(c);
    while (since == 0) {
        const Reply<xcb_generic_event_t> event(xcb_wait_for_event(c));
        if (!event) return refused("the X server does not answer");
        if ((event->response_type & 0x7F) == XCB_PROPERTY_NOTIFY)
            since = reinterpret_cast<const xcb_property_notify_event_t*>(event.get())->time;
    }
    xcb_set_selection_owner(c, window, atoms.clipboard, since);
    const Reply<xcb_get_selection_owner_reply_t> owner(
        xcb_get_selection_owner_reply(c, xcb_get_selection_owner(c, atoms.clipboard), nullptr));
    if (!owner || owner->owner != window) return refused("another program holds the clipboard");
    return {};
}

void ImageClipboard::State::serve() {
    std::array<pollfd, 2> waits{{{xcb_get_file_descriptor(connection.get()), POLLIN, 0}, {stop, POLLIN, 0}}};
    for (;;) {
        while (const Reply<xcb_generic_event_t> event{xcb_poll_for_event(connection.get())})
            if (!handle(*event)) return;
        xcb_flush(connection.get());
        if (xcb_connection_has_error(connection.get()) != 0 ||
            (::poll(waits.data(), waits.size(), -1) < 0 && errno != EINTR))
            return;
        if ((waits[1].revents & POLLIN) != 0) return;
    }
}

// False: the clipboard is somebody else's now, and what was begun is done.
bool ImageClipboard::State::handle(const xcb_generic_event_t& event) {
    switch (event.response_type & 0x7F) {
        case XCB_SELECTION_REQUEST: answer(reinterpret_cast<const xcb_selection_request_event_t&>(event)); break;
        case XCB_SELECTION_CLEAR: return !sending.empty();
        case XCB_PROPERTY_NOTIFY: {
            const auto& change = reinterpret_cast<const xcb_property_notify_event_t&>(event);
            if (change.state == XCB_PROPERTY_DELETE && sending.contains({change.window, change.atom}))
                sendPiece(change.window, change.atom);
            break;
        }
        default: break;  // errors: the window that asked has gone
    }
    return true;
}

void ImageClipboard::State::answer(const xcb_selection_request_event_t& request) {
    const xcb_atom_t property =
        request.property == XCB_ATOM_NONE ? request.target : request.property;  // old programs name none
    xcb_selection_notify_event_t reply{};
    reply.response_type = XCB_SELECTION_NOTIFY;
    reply.time = request.time;
    reply.requestor = request.requestor;
    reply.selection = request.selection;
    reply.target = request.target;
    reply.property = put(request, property) ? property : kNoAtom;
    std::array<char, 32> message{};  // what the protocol sends
    static_assert(sizeof reply <= sizeof message);
    std::memcpy(message.data(), &reply, sizeof reply);
    xcb_send_event(connection.get(), 0, request.requestor, XCB_EVENT_MASK_NO_EVENT, message.data());
}

std::size_t ImageClipboard::State::pieceBytes() const {
    constexpr std::size_t kHeadBytes = 64;
    return std::min(kPieceBytes,
                    static_cast<std::size_t>(xcb_get_maximum_request_length(connection.get())) * 4 - kHeadBytes);
}

bool ImageClipboard::State::put(const xcb_selection_request_event_t& request, xcb_atom_t property) {
    const xcb_window_t to = request.requestor;
    if (request.target == atoms.targets) {
        const std::array<xcb_atom_t, 3> all{atoms.targets, atoms.timestamp, atoms.png};
        set<xcb_atom_t>(to, property, XCB_ATOM_ATOM, 32, all);
    } else if (request.target == atoms.timestamp) {
        set<xcb_timestamp_t>(to, property, XCB_ATOM_INTEGER, 32, std::span(&since, 1));
    } else if (request.target == atoms.png && png.size() <= pieceBytes()) {
        set<std::byte>(to, property, atoms.png, 8, png);
    } else if (request.target == atoms.png) {
        const auto size = static_cast<std::uint32_t>(png.size());
        xcb_change_window_attributes(connection.get(), to, XCB_CW_EVENT_MASK, &kPropertyChanges);
        set<std::uint32_t>(to, property, atoms.incr, 32, std::span(&size, 1));
        sending[{to, property}] = 0;
    } else {
        return false;
    }
    return true;
}

// The next piece each time the one before was taken; an empty one is the end.
void ImageClipboard::State::sendPiece(xcb_window_t to, xcb_atom_t property) {
    std::size_t& sent = sending[{to, property}];
    const std::size_t size = std::min(pieceBytes(), png.size() - sent);
    set<std::byte>(to, property, atoms.png, 8, std::span(png).subspan(sent, size));
    sent += size;
    if (size == 0) sending.erase({to, property});
}

}  // namespace viewer
