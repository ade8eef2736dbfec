#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whether the window answers while a large file is read, and how long a cancelled load lives on.

    answering.py BUILD [--megabytes 120] [--seconds 25]

Makes a GeoJSON of so many megabytes, opens it in the window of BUILD/opsmap and moves the map all the while with a cold
cache; the window's own --verbose says how long its frames took. Then BUILD/tests/bench/bench_cancel cancels the reading of
the same file at random moments. Exits with 1 where 99 of 100 frames took more than 50 ms, or a cancel more than 200 ms.
"""
import argparse
import math
import os
import re
import subprocess
import sys
import tempfile
import time

from room import Room


def write_heavy(path, megabytes):
    """Rings of two hundred corners over the eastern Mediterranean."""
    with open(path, "w") as out:
        out.write('{"type":"FeatureCollection","features":[\n')
        number = 0
        while out.tell() < megabytes * 1_000_000:
            lon, lat = 33 + number * 0.617 % 4, 31 + number * 0.377 % 4
            ring = [[round(lon + 0.02 * math.cos(i * math.pi / 100), 6), round(lat + 0.02 * math.sin(i * math.pi / 100), 6)] for i in range(200)]
            out.write("," if number else "")
            out.write(f'{{"type":"Feature","properties":{{"name":"ring {number}"}},"geometry":{{"type":"Polygon","coordinates":[{ring + ring[:1]}]}}}}\n')
            number += 1
        out.write("]}\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--megabytes", type=int, default=120)
    parser.add_argument("--seconds", type=float, default=25)
    options = parser.parse_args()
    program = os.path.join(options.build, "opsmap")
    with tempfile.TemporaryDirectory() as folder:
        heavy = os.path.join(folder, "rings.geojson")
        write_heavy(heavy, options.megabytes)
        room = Room(program)
        process = room.start("--verbose", "--extent", "33,31,37,35", heavy)
        time.sleep(2)
        end = time.monotonic() + options.seconds
        while time.monotonic() < end:
            for key in ("Right", "plus", "Left", "minus"):
                room.key(key)
        process.terminate()
        process.wait()
        said = room.said()
        room.end()
        cancelled = subprocess.run([os.path.join(options.build, "tests/bench/bench_cancel"), os.path.join(options.build, "opsmap-loader"), heavy, "EPSG:32636"],
                                   capture_output=True, text=True, check=True).stdout
    print(said + cancelled, end="")
    reading = re.search(r"^(\d+) frames while files were read: .* within ([0-9.]+) ms", said, re.M)
    longest = re.search(r"longest ([0-9.]+) ms", cancelled)
    good = reading and int(reading.group(1)) >= 100 and float(reading.group(2)) < 50 and float(longest.group(1)) < 200
    print("R6 kept" if good else "R6 NOT KEPT")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
