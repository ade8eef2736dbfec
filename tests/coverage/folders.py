#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints, for each folder of a gcovr JSON summary, the lines that ran, those there are, and their share."""
import collections
import json
import pathlib
import sys


def main() -> int:
    summary = json.loads(pathlib.Path(sys.argv[1]).read_text())
    folders = collections.defaultdict(lambda: [0, 0])
    for file in summary["files"]:
        ran_and_all = folders[str(pathlib.PurePosixPath(file["filename"]).parent)]
        ran_and_all[0] += file["line_covered"]
        ran_and_all[1] += file["line_total"]
    if not folders:
        print("coverage: the summary names no file.", file=sys.stderr)
        return 1
    print(f"{'folder':<28}{'ran':>8}{'lines':>8}{'share':>8}")
    for folder, (ran, lines) in sorted(folders.items()):
        print(f"{folder:<28}{ran:>8}{lines:>8}{100 * ran / max(lines, 1):>7.1f}%")
    return 0


sys.exit(main())
