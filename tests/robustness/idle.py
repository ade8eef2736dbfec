#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a window costs while nothing moves.

    idle.py BUILD [AREA] [--settle 15] [--seconds 20]

Opens AREA (UNIFIL) in the window of BUILD/opsmap, leaves it alone and says what share of one processor its threads took. Exits with 1
where that is more than a hundredth. Other programs make it look dearer: they throw its memory out of the processor's caches.
"""
import argparse
import os
import sys
import time

from room import Room

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("area", nargs="?", default=os.path.join(ROOT, "areas", "unifil", "unifil.toml"))
    parser.add_argument("--settle", type=float, default=15, help="seconds until everything is read and drawn")
    parser.add_argument("--seconds", type=float, default=20)
    options = parser.parse_args()
    room = Room(os.path.join(options.build, "opsmap"))
    process = room.start(options.area)
    clock = (~process.pid << 3) | 2  # of all its threads: clock_getcpuclockid(3)
    time.sleep(options.settle)
    before = time.clock_gettime(clock)
    time.sleep(options.seconds)
    share = (time.clock_gettime(clock) - before) / options.seconds
    process.terminate()
    process.wait()
    room.end()
    print(f"at rest: {share:.2%} of a processor")
    sys.exit(share > 0.01)


if __name__ == "__main__":
    main()
