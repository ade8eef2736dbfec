// SPDX-License-Identifier: Apache-2.0
#include "geodata/link/messages.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

#include "geodata/link/channel.hpp"

using namespace geodata;

namespace {

message::Request fullRequest() {
    message::Request asked;
    asked.id = 41;
    asked.request.path = "/maps/الحدود \"x\".gpkg";
    asked.request.layer = "roads";
    asked.request.where = "class = 'primary'";
    asked.request.crs = "EPSG:32636";
    asked.request.encoding = "CP1256";
    asked.request.mapCrs = "EPSG:3857";
    asked.request.position = {"a", "b", "c", "d", "e"};
    asked.request.useCache = false;
    asked.request.window = LonLatBox{35.1, 33.2, 35.9, 33.8};
    asked.limits = {1, 2.5, 3.25, 4, 5, 6.125, 7};
    return asked;
}

std::vector<Message> oneOfEach() {
    return {fullRequest(),
            message::Kill{std::numeric_limits<LoadId>::max()},
            message::Ended{7, -1, 11},
            message::Progress{"roads", 3, 1ULL << 40},
            message::Chunk{"roads", true},
            message::Done{2},
            message::Refused{"Cannot read \"a\": it is empty."},
            message::OutOfMemory{}};
}

template <class M>
M afterTheWay(const M& content) {
    const auto back = decodeMessage(encodeMessage(content));
    REQUIRE(back);
    REQUIRE(std::holds_alternative<M>(*back));
    return std::get<M>(*back);
}

}  // namespace

TEST_CASE("a request arrives with every field where it was") {
    const message::Request sent = fullRequest(), back = afterTheWay(sent);
    CHECK(back.id == 41);
    CHECK(back.request == sent.request);
    CHECK(back.limits.memoryBytes == 1);
    CHECK(back.limits.noProgressS == 2.5);
    CHECK(back.limits.totalS == 3.25);
    CHECK(back.limits.features == 4);
    CHECK(back.limits.textBytes == 5);
    CHECK(back.limits.zipRatio == 6.125);
    CHECK(back.limits.cacheBytes == 7);
    message::Request whole = sent;
    whole.request.window.reset();
    CHECK_FALSE(afterTheWay(whole).request.window);
}

TEST_CASE("answers arrive with every field where it was") {
    const auto ended = afterTheWay(message::Ended{7, -1, 11});
    CHECK(ended.id == 7);
    CHECK(ended.exitCode == -1);
    CHECK(ended.signal == 11);
    const auto progress = afterTheWay(message::Progress{"r", 3, 1ULL << 40});
    CHECK(progress.layer == "r");
    CHECK(progress.done == 3);
    CHECK(progress.total == 1ULL << 40);
    const auto chunk = afterTheWay(message::Chunk{"r", true});
    CHECK(chunk.layer == "r");
    CHECK(chunk.final);
    CHECK(afterTheWay(message::Done{2}).layers == 2);
    CHECK(afterTheWay(message::Refused{"no"}).sentence == "no");
}

TEST_CASE("no message survives a lost byte, an added one, or a changed bit") {
    for (const Message& sent : oneOfEach()) {
        const std::string bytes = encodeMessage(sent);
        CAPTURE(sent.index());
        for (std::size_t length = 0; length < bytes.size(); ++length)
            CHECK_FALSE(decodeMessage(bytes.substr(0, length)));
        CHECK_FALSE(decodeMessage(bytes + '\0'));
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
            CHECK_FALSE(decodeMessage(damaged));
        }
    }
}

TEST_CASE("a message of more than one packet is neither sent nor taken") {
    auto pair = Channel::makePair();
    REQUIRE(pair);
    const Message longer = message::Refused{std::string(kMaxMessageBytes, 'x')};
    CHECK_FALSE(pair->ours.send(longer));
    CHECK_FALSE(decodeMessage(encodeMessage(longer)));
    CHECK(std::holds_alternative<received::Nothing>(pair->theirs.receive(false)));
}

TEST_CASE("a channel hands over whole messages in their order") {
    auto pair = Channel::makePair();
    REQUIRE(pair);
    REQUIRE(pair->ours.send(message::Done{1}));
    REQUIRE(pair->ours.send(message::Refused{"no"}));
    const Received first = pair->theirs.receive(true), second = pair->theirs.receive(true);
    REQUIRE(std::holds_alternative<received::Whole>(first));
    REQUIRE(std::holds_alternative<received::Whole>(second));
    CHECK(std::get<message::Done>(std::get<received::Whole>(first).message).layers == 1);
    CHECK(std::get<message::Refused>(std::get<received::Whole>(second).message).sentence == "no");
}

TEST_CASE("a channel takes a descriptor exactly where the message has one") {
    auto pair = Channel::makePair();
    REQUIRE(pair);
    const int lent = pair->ours.number();
    REQUIRE(pair->ours.send(message::Chunk{"r", true}, lent));
    const Received with = pair->theirs.receive(true);
    REQUIRE(std::holds_alternative<received::Whole>(with));
    CHECK(std::get<received::Whole>(with).descriptor);
    REQUIRE(pair->ours.send(message::Chunk{"r", true}));
    CHECK(std::holds_alternative<received::Damaged>(pair->theirs.receive(true)));
    REQUIRE(pair->ours.send(message::Done{1}, lent));
    CHECK(std::holds_alternative<received::Damaged>(pair->theirs.receive(true)));
}

TEST_CASE("a channel tells an end that is gone from one that is silent or talks nonsense") {
    auto pair = Channel::makePair();
    REQUIRE(pair);
    CHECK(std::holds_alternative<received::Nothing>(pair->theirs.receive(false)));
    REQUIRE(pair->ours.sendEncoded("nonsense"));
    CHECK(std::holds_alternative<received::Damaged>(pair->theirs.receive(true)));
    pair->ours.close();
    CHECK(std::holds_alternative<received::Closed>(pair->theirs.receive(true)));
    CHECK_FALSE(pair->theirs.send(message::Done{1}));
}
