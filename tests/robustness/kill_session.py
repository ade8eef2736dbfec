#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills the window at random moments and looks at what the session is worth then.

    kill_session.py PROGRAM AREA [--kills 100] [--seed 1]

Before each kill the window is up, a layer is switched and the map moved again and again. A kill counts as survived when
the session on disk is whole (nothing was moved aside at the next start, nothing but the map was said) and no older than
ten seconds of changes. Prints one line, and exits with 1 when a session was lost.
"""
import argparse
import os
import random
import re
import sys
import time

from room import Room


def x_of(state):
    with open(os.path.join(state, "session.toml")) as text:
        return float(re.search(r"^\[view\]\nx = (.*)$", text.read(), re.M).group(1))


def start_up(room, area):
    """Starts the window and waits until the start counts as a good one: it takes the mark of one failed start away."""
    mark = os.path.join(room.state, "session.starts")
    os.makedirs(room.state, exist_ok=True)
    with open(mark, "w") as text:
        text.write("*")
    process = room.start(area)
    return process, room.until(lambda: not os.path.exists(mark), 60)


def move_and_kill(room, process, key, chance):
    """Moves the map for a random time, then kills. How many moves were older than ten seconds."""
    end = time.monotonic() + chance.uniform(0, 15)
    moves = []
    while time.monotonic() < end:
        room.key(key, "1")
        moves.append(time.monotonic())
        time.sleep(chance.uniform(0.02, 0.3))
    process.kill()
    killed = time.monotonic()
    process.wait()
    return sum(1 for at in moves if at < killed - 10)


def step_of(room, area):
    """How far one press moves the map, in its metres; leaves a session."""
    places = []
    for _ in range(2):
        process, _ = start_up(room, area)
        time.sleep(1)
        room.key("Right")
        time.sleep(1)
        process.terminate()
        process.wait()
        places.append(x_of(room.state))
    return places[1] - places[0]


def start(room, area, number, lost):
    process, up = start_up(room, area)
    if not up:
        lost.append(f"after kill {number}: the next start did not come up: {room.said()}")
    elif room.said():
        lost.append(f"after kill {number}: {room.said()}")
    return process


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("area")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    room, lost = Room(options.program), []
    step = step_of(room, options.area)
    for number in range(options.kills):
        process = start(room, options.area, number, lost)
        before = x_of(room.state)
        old = move_and_kill(room, process, "Right" if number % 2 == 0 else "Left", chance)
        moved = abs(x_of(room.state) - before) / step
        if moved < old - 0.5:
            lost.append(f"kill {number}: {old} moves were older than 10 s, the session holds {moved:.0f}")
    start(room, options.area, options.kills, lost).kill()
    room.end()
    print(f"{options.kills - len(lost)} of {options.kills} sessions survived kill -9 (step {step:.3f}, seed {options.seed})")
    print("\n".join(lost))
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
