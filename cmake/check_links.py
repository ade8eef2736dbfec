#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails where a library's files include another folder's header that its CMake link line does not name.

check_links.py LIBRARIES NAME STAMP DEPFILE

LIBRARIES has a line for each library of ours: name, folder, its .cpp files, what it links publicly and privately, separated
by tabs and semicolons (cmake/opsmap.cmake writes it). A header may include what comes with public links alone, as whoever
includes the header gets no more; a .cpp may include what the private links bring too. Runs when a file of the library
changed, which the depfile names.
"""
import os
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*"([a-z_]+/[^"]+)"', re.MULTILINE)


class Library:
    def __init__(self, line):
        self.name, self.folder, sources, public, private = line.rstrip("\n").split("\t")
        self.sources = [s for s in sources.split(";") if s and not os.path.isabs(s)]
        self.public = public.split(";")
        self.private = private.split(";")


def reach(libraries, names):
    """What these links bring: themselves and, again and again, what they link publicly."""
    found, left = set(), list(names)
    while left:
        name = left.pop()
        if name in libraries and name not in found:
            found.add(name)
            left += libraries[name].public
    return found


def unit(path):
    return os.path.splitext(path)[0]


def owners(libraries, header):
    """The library that compiles the header's .cpp; of a header without one, every library of its folder."""
    folder = os.path.dirname(header)
    here = [library for library in libraries.values() if library.folder == folder]
    compiled = [library.name for library in here if unit(os.path.basename(header)) in map(unit, library.sources)]
    return compiled or [library.name for library in here]


def files_of(library, libraries):
    """Its .cpp files and the headers of its folder that no other library compiles."""
    headers = [f"{library.folder}/{name}" for name in sorted(os.listdir(library.folder)) if name.endswith(".hpp")]
    return [f"{library.folder}/{source}" for source in library.sources] + [
        header for header in headers if library.name in owners(libraries, header)
    ]


def main():
    listing, name, stamp, depfile = sys.argv[1:]
    with open(listing, encoding="utf-8") as lines:
        libraries = {library.name: library for library in map(Library, lines)}
    library = libraries[name]
    public = reach(libraries, library.public) | {name}
    every = public | reach(libraries, library.private)
    files, faults = files_of(library, libraries), []
    for file in files:
        allowed = public if file.endswith(".hpp") else every
        with open(file, encoding="utf-8") as text:
            included = INCLUDE.findall(text.read())
        for header in included:
            wanted = owners(libraries, header)
            if wanted and not allowed.intersection(wanted):
                how = "among LINKS" if file.endswith(".hpp") else "among LINKS or PRIVATE_LINKS"
                faults.append(f'{file} includes "{header}", but {name} does not link {" or ".join(wanted)}. '
                              f"Name it {how} in {library.folder}/CMakeLists.txt.")
    if faults:
        sys.exit("\n".join(faults))
    root = os.getcwd()
    with open(depfile, "w", encoding="utf-8") as out:
        out.write(stamp + ": " + " ".join(os.path.join(root, file).replace(" ", "\\ ") for file in files) + "\n")
    with open(stamp, "w", encoding="utf-8"):
        pass


main()
