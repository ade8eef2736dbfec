#!/usr/bin/env python3
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


def is_up(room):
    """A start that counts as a good one takes its mark away."""
    return os.path.exists(os.path.join(room.state, "session.lock")) and not os.path.exists(os.path.join(room.state, "session.starts"))


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
        process = room.start(area)
        room.until(lambda: is_up(room), 30)
        time.sleep(1)
        room.key("Right")
        time.sleep(1)
        process.terminate()
        process.wait()
        places.append(x_of(room.state))
    return places[1] - places[0]


def start(room, area, number, lost):
    process = room.start(area)
    if not room.until(lambda: is_up(room), 30):
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
