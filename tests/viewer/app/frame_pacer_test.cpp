// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/frame_pacer.hpp"

#include <doctest/doctest.h>

using namespace viewer;
using enum PacerState;

namespace {

// A window whose scene does what the test says, turn by turn.
struct Turns {
    FramePacer pacer;
    PacerFacts facts{.nowS = 10, .hasMap = false};
    bool differs = true, busy = false;

    // One turn; whether the map was drawn in it. `comes`: after the update, tiles are still on their way.
    bool turn(bool comes = false) {
        if (!pacer.updatesScene(facts)) return false;
        PacerFacts after = facts;
        after.tilesComing = comes;
        after.sameView = true;  // the scene has just seen it
        const bool draws = pacer.drawsMap(differs, busy, after);
        if (draws) {
            facts.hasMap = true;
            pacer.drawn(after);
        }
        facts.tilesComing = comes;
        facts.sameView = true;
        return draws;
    }
    void settle() {
        while (pacer.showsFrame(facts)) facts.nowS += 0.016;
    }
};

}  // namespace

TEST_CASE("a resting map is drawn once, and shows a few frames until the panels have settled") {
    Turns t;
    CHECK(t.turn());
    CHECK(t.pacer.state() == resting);
    int frames = 0;
    while (t.pacer.showsFrame(t.facts)) ++frames;
    CHECK(frames == FramePacer::kSettleFrames);
    t.differs = false;
    CHECK_FALSE(t.turn());
    CHECK_FALSE(t.pacer.showsFrame(t.facts));
    CHECK(t.pacer.restFor(false, false) == FramePacer::kIdleLook);
}

TEST_CASE("what a panel shows anew gets its frames though the map stays") {
    Turns t;
    t.turn();
    t.settle();
    t.pacer.panelsChanged();
    const auto seconds = t.pacer.showsFrame(t.facts);
    REQUIRE(seconds);
    CHECK(*seconds > 0);
    t.settle();
    t.pacer.wantFrame();
    CHECK(t.pacer.showsFrame(t.facts));
    CHECK_FALSE(t.pacer.showsFrame(t.facts));
}

TEST_CASE("tiles on their way to a resting view are gathered, and drawn at the deadline or when no more come") {
    Turns t;
    CHECK(t.turn(true));
    CHECK(t.pacer.state() == gathering);
    t.facts.nowS += FramePacer::kGatherS / 2;
    CHECK_FALSE(t.turn(true));
    CHECK(t.pacer.state() == gathering);
    CHECK(t.pacer.restFor(false, false) == FramePacer::kWorkLook);
    SUBCASE("the deadline") {
        t.facts.nowS += FramePacer::kGatherS;
        CHECK(t.turn(false));
        CHECK(t.pacer.state() == resting);
    }
    SUBCASE("no more") {
        t.facts.tilesComing = false;
        CHECK(t.turn(false));
        CHECK(t.pacer.state() == resting);
    }
}

TEST_CASE("panning draws every turn: another view waits for nothing") {
    Turns t;
    t.turn(true);
    for (int i = 0; i < 5; ++i) {
        t.facts.nowS += 0.016;
        t.facts.sameView = t.facts.tilesComing = false;  // the view moved since the last update
        CHECK(t.turn(true));
    }
}

TEST_CASE("while files are read what came is held until its tiles are there, but not for ever") {
    Turns t;
    t.turn();
    t.facts.nowS += 1;
    t.facts.reading = t.facts.sameView = true;
    CHECK_FALSE(t.turn(true));
    CHECK(t.pacer.state() == holding);
    t.facts.nowS += FramePacer::kHoldS / 2;
    CHECK_FALSE(t.turn(true));
    CHECK(t.pacer.state() == holding);
    SUBCASE("its tiles are there") {
        t.facts.tilesComing = false;
        t.differs = false;  // the scene has nothing newer, but the window does not show it yet
        CHECK(t.turn(false));
    }
    SUBCASE("the deadline") {
        t.facts.nowS += FramePacer::kHoldS;
        CHECK(t.turn(true));
        CHECK(t.pacer.state() == gathering);
    }
    SUBCASE("reading ended") {
        t.facts.reading = false;
        CHECK(t.turn(false));
        CHECK(t.pacer.state() == resting);
    }
}

TEST_CASE("readers get longer pauses between frames, and panels fewer of them") {
    Turns t;
    t.facts.reading = true;
    CHECK(t.turn(true));
    t.facts.nowS += FramePacer::kGatherS * 2;
    CHECK_FALSE(t.turn(true));
    int frames = 0;
    while (t.pacer.showsFrame(t.facts)) ++frames;
    CHECK(frames == 1);
}

TEST_CASE("while time plays nothing is gathered and nothing is held") {
    Turns t;
    t.turn(true);
    t.facts.playing = t.facts.reading = true;
    for (int i = 0; i < 5; ++i) {
        t.facts.nowS += 0.001;
        CHECK(t.turn(true));
    }
}

TEST_CASE("the very first frame waits for what comes at once, but not past its deadline and not for readers") {
    Turns t;
    t.turn(true);
    CHECK_FALSE(t.pacer.showsFrame(t.facts));
    SUBCASE("the deadline") { t.facts.nowS += FramePacer::kGatherS; }
    SUBCASE("readers take long") { t.facts.reading = true; }
    CHECK(t.pacer.showsFrame(t.facts));
}

TEST_CASE("a picture in work, or workers of the scene, keep the program looking") {
    Turns t;
    t.turn();
    CHECK(t.pacer.restFor(true, false) == FramePacer::kWorkLook);
    CHECK(t.pacer.restFor(false, true) == FramePacer::kWorkLook);
    t.busy = true;
    t.facts.nowS += 1;
    t.turn();
    CHECK(t.pacer.restFor(false, false) == FramePacer::kWorkLook);
}

TEST_CASE("without a map there is no frame") {
    FramePacer pacer;
    pacer.panelsChanged();
    CHECK_FALSE(pacer.showsFrame({.nowS = 1, .hasMap = false}));
}
