#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Drives the window for a long time (pan, zoom, toggle, reload, pictures) and looks whether memory and handles stay flat.

    soak.py PROGRAM AREA [--minutes 30] [--out FOLDER]

Writes soak.csv (seconds, resident kB, open files, threads, processor time of one move of the map in ms) and, with gnuplot,
soak.png. The caches (tiles on the graphics card, symbols, letters) have a size beyond which the longest unseen goes, and they
fill as the map is moved: they count as full when resident memory has not reached a new height, by more than 4 MB, for a
quarter of the run. From then on the median of the later half may lie 4 MB above that of the earlier half, open files
and threads not at all, frame time 20 % and 5 ms. Never full, or only in the run's last third, is not flat.
"""
import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import time

from room import Room


def resident_kb(pid):
    with open(f"/proc/{pid}/statm") as text:
        return int(text.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


def count(pid, what):
    return len(os.listdir(f"/proc/{pid}/{what}"))


def cpu_s(pid):
    with open(f"/proc/{pid}/stat") as text:
        fields = text.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def drive(room, chance):
    """One thing that an officer does."""
    act = chance.randrange(8)
    if act < 3:
        room.key(chance.choice(["Left", "Right", "Up", "Down"]))
    elif act < 5:
        room.xdotool("mousemove", chance.randrange(400, 1200), chance.randrange(100, 600), "click", chance.choice([4, 5]))
    elif act == 5:
        room.key(chance.choice("123g"))
    elif act == 6:
        room.key("Home")
    else:
        room.key(chance.choice(["F5", "F12", "F3", "l"]))


def measured(room, process):
    """The processor time that one move of the map costs, in ms: the frame time where the screen is drawn by software."""
    before = cpu_s(process.pid)
    room.key("Right")
    time.sleep(0.5)
    room.key("Left")
    time.sleep(0.5)
    return (cpu_s(process.pid) - before) * 1000 / 2


def full_at(rows):
    """The row from which on resident memory rises no more; None: it never came."""
    quarter = len(rows) // 4
    for i in range(1, len(rows) - quarter):
        if max(r[1] for r in rows[i:i + quarter]) <= max(r[1] for r in rows[:i]) + 4096:
            return i if i < len(rows) * 2 // 3 else None
    return None


def halves(rows, column):
    half = len(rows) // 2
    return [statistics.median(r[column] for r in part) for part in (rows[:half], rows[half:])]


def plot(folder):
    if shutil.which("gnuplot") is None:
        return
    csv = os.path.join(folder, "soak.csv")
    subprocess.run(["gnuplot", "-e", f"set term png size 1200,800; set output '{folder}/soak.png'; set datafile separator ','; set multiplot layout 3,1; "
                    f"set key autotitle columnhead; plot '{csv}' u 1:2 w l; plot '{csv}' u 1:3 w l, '' u 1:4 w l; plot '{csv}' u 1:5 w l"], check=False)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("area")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--out", default=".")
    options = parser.parse_args()
    chance = random.Random(1)
    room = Room(options.program)
    process = room.start(options.area)
    time.sleep(6)
    start, rows = time.monotonic(), []
    while time.monotonic() - start < options.minutes * 60:
        room.key("Home")  # an officer's day goes round one area: what a walk without end adds to the caches is not meant
        for _ in range(10):
            drive(room, chance)
            time.sleep(0.3)
        frame_ms = measured(room, process)
        rows.append([time.monotonic() - start, resident_kb(process.pid), count(process.pid, "fd"), count(process.pid, "task"), frame_ms])
        if process.poll() is not None:
            break
    code = process.poll()
    process.terminate()
    process.wait()
    with open(os.path.join(options.out, "soak.csv"), "w") as csv:
        csv.write("seconds,resident_kb,files,threads,frame_ms\n")
        csv.writelines(",".join(f"{value:.1f}" for value in row) + "\n" for row in rows)
    plot(options.out)
    room.end()
    if code is not None:
        print(f"the window ended by itself with {code}: {len(rows)} rows")
        return 1
    full = full_at(rows)
    if full is None:
        print(f"the caches did not fill in {rows[-1][0] / 60:.0f} minutes: resident {rows[0][1]} kB at first, {rows[-1][1]} kB at last  NOT FLAT")
        return 1
    print(f"{rows[-1][0] / 60:.0f} minutes; the caches were full after {rows[full][0] / 60:.1f}")
    good = True
    for column, name, share, more in ((1, "resident kB", 0, 4096), (2, "open files", 0, 0), (3, "threads", 0, 0), (4, "frame ms", 0.2, 5)):
        earlier, later = halves(rows[full:], column)
        ok = later <= earlier * (1 + share) + more
        good = good and ok
        print(f"{name}: {earlier:.0f} in the earlier half of what follows, {later:.0f} in the later{'' if ok else '  NOT FLAT'}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
