#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the lines that ran, those there are, and their share, for each folder of an lcov file.

folders.py LCOV          folder by folder
folders.py LCOV FOLDER   the files of that folder and those below it, with the numbers of the lines that did not run
"""
import collections
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def lines_of(lcov: str) -> dict[pathlib.PurePath, dict[int, int]]:
    """For each file of the tree: how often each of its lines ran."""
    files: dict[pathlib.PurePath, dict[int, int]] = {}
    for record in lcov.splitlines():
        key, _, value = record.partition(":")
        if key == "SF":
            path = pathlib.PurePath(value)
            name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
            counts = files.setdefault(name, {})
        elif key == "DA":
            line, count = map(int, value.split(",")[:2])
            counts[line] = counts.get(line, 0) + count
    return files


def print_share(name: str, counts: list[int], missed: str = "") -> None:
    ran = sum(count > 0 for count in counts)
    print(f"{name:<48}{ran:>8}{len(counts):>8}{100 * ran / max(len(counts), 1):>7.1f}%  {missed}".rstrip())


def main() -> int:
    files = lines_of(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    if not files:
        print("coverage: the lcov file names no file.", file=sys.stderr)
        return 1
    print(f"{'':<48}{'ran':>8}{'lines':>8}{'share':>8}")
    if len(sys.argv) > 2:
        for name, counts in sorted(files.items()):
            if name.is_relative_to(sys.argv[2]):
                missed = " ".join(str(line) for line, count in sorted(counts.items()) if count == 0)
                print_share(str(name), list(counts.values()), missed)
        return 0
    folders = collections.defaultdict(list)
    for name, counts in files.items():
        folders[str(name.parent)] += counts.values()
    for folder, counts in sorted(folders.items()):
        print_share(folder, counts)
    print_share("all", [count for counts in folders.values() for count in counts])
    return 0


sys.exit(main())
