#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Figures of the code's structure, each with its limit: figures.py [--check] [--root FOLDER]

Reads the C++ files of geodata, layers, viewer and tests that git knows (or, outside git, all); of columns also the pages
in docs and at the root, where tables and lines that hold one word are free, the CMake files, and ./run and ./test.
With --check it ends with 1 and names each figure that misses its limit. A unit is name.hpp and name.cpp together. The
form of the files is that of clang-format, which tests/lint/format.sh holds; on other text the counts of members and of
lines of functions are wrong.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys

PRODUCT = ("geodata", "layers", "viewer")
COLUMNS, FUNCTION_LINES, FILE_LINES, MEMBERS = 120, 60, 400, 20
NO_MEMBER = re.compile(
    r"^(using|typedef|friend|static|enum|template|struct|class|union|explicit|virtual|operator|~|\[\[)")
CONTROL = re.compile(
    r"^(\}? ?else|if|for|while|switch|do|try|catch|case|default|return|namespace|struct|class|enum|union)\b")


def known_files(root):
    """The files below root as relative paths."""
    known = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=root, capture_output=True, text=True)
    if known.returncode == 0:
        names = known.stdout.split("\n")
    else:
        names = [str(path.relative_to(root)) for path in pathlib.Path(root).rglob("*")]
    return sorted(name for name in names if (pathlib.Path(root) / name).is_file())


def sources(root):
    """The C++ files below root as relative paths."""
    return [name for name in known_files(root)
            if name.endswith((".cpp", ".hpp")) and name.split("/")[0] in (*PRODUCT, "tests")]


def pages(root):
    """What else is written in so many columns: pages, CMake files, the two commands."""
    return [name for name in known_files(root)
            if name.endswith(".md") and os.path.dirname(name) in ("", "docs", "docs/decisions")
            or name.endswith(("CMakeLists.txt", ".cmake")) or name in ("run", "test")]


def is_wide(name, line):
    if len(line) <= COLUMNS:
        return False
    return not (name.endswith(".md") and (line.lstrip().startswith("|") or len(line.split()) == 1))


def bare(text):
    """The code without comments, texts and preprocessor lines; line breaks stay."""
    def blank(match):
        return "\n" * match.group(0).count("\n")
    text = re.sub(r'R"(\w*)\(.*?\)\1"', blank, text, flags=re.S)
    text = re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', blank, text)
    text = re.sub(r"//[^\n]*|/\*.*?\*/", blank, text, flags=re.S)
    return re.sub(r"^[ \t]*#[^\n]*", "", text, flags=re.M)


def cycles(graph):
    """The members of all cycles of a graph {node: nodes}, by Tarjan."""
    index, low, stack, found = {}, {}, [], set()

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in graph.get(node, ()):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            circle = stack[stack.index(node):]
            del stack[stack.index(node):]
            if len(circle) > 1:
                found.update(circle)

    sys.setrecursionlimit(10000)
    for node in graph:
        if node not in index:
            visit(node)
    return found


def include_graph(texts, name_of):
    graph = {name_of(file): set() for file in texts}
    for file, text in texts.items():
        for included in re.findall(r'^\s*#\s*include "([^"]+)"', text, re.M):
            if included.split("/")[0] in PRODUCT and name_of(included) != name_of(file) and name_of(included) in graph:
                graph[name_of(file)].add(name_of(included))
    return graph


def body_after(text, brace):
    """What stands between the brace and the one that closes it."""
    depth = 0
    for at in range(brace, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return text[brace + 1:at]
    return text[brace + 1:]


def flattened(body):
    """The declarations of a class's body: nested braces become one mark, template arguments go."""
    while True:
        shorter = re.sub(r"\{[^{}]*\}", "\x01", body)
        if shorter == body:
            break
        body = shorter
    body = re.sub(r"->|>=|<=|<<|>>(?=\s*\w+\s*\()", " ", body)
    while True:
        shorter = re.sub(r"<[^<>;]*>", "", body)
        if shorter == body:
            return body
        body = shorter


def members(body):
    """How many data members a class's body declares."""
    count = 0
    # A type that is described where its member is declared: what stands behind its brace is the member.
    body = re.sub(r"\b(?:enum|struct|class|union)\b[^;{}()]*\x01(?=\s*\w)", "T ", flattened(body))
    for piece in re.split(r";|\x01(?=\s*\n)", body):
        piece = re.sub(r"\b(public|private|protected)\s*:", "", piece).strip()
        piece = re.sub(r"^(mutable|inline|const)\s+", "", piece)
        if not piece or NO_MEMBER.match(piece) or re.search(r"\boperator\b", piece):
            continue
        head = re.split(r"=|\x01", piece)[0]
        if "(" in head or len(head.split()) < 2:
            continue
        depth_free = re.sub(r"\([^()]*\)", "", re.sub(r"\x01", "", piece))
        count += depth_free.count(",") + 1
    return count


def classes(texts):
    """(members, name, file) of each class and struct."""
    for file, text in texts.items():
        code = bare(text)
        for match in re.finditer(r"(?<!enum )\b(?:struct|class)\s+([\w:]+)(?:\s+final)?[^;{}()=<>]*\{", code):
            yield members(body_after(code, match.end() - 1)), match.group(1), file


def functions(texts):
    """(lines, first line, file) of each function, as clang-format lays it out."""
    for file, text in texts.items():
        lines = bare(text).split("\n")
        at = 0
        while at < len(lines):
            first, line = at, lines[at]
            at += 1
            indent = len(line) - len(line.lstrip())
            if not line.strip() or indent not in (0, 4) or CONTROL.match(line.strip()) or "(" not in line:
                continue
            last = first
            while last < len(lines) - 1 and not lines[last].rstrip().endswith(("{", ";", "}")):
                last += 1
            if not lines[last].rstrip().endswith("{"):
                continue
            close = next((i for i in range(last + 1, len(lines)) if lines[i].startswith(" " * indent + "}")), last)
            yield close - first + 1, first + 1, file
            at = max(at, close)


def filled(text):
    return sum(1 for line in text.split("\n") if line.strip())


def measured(root):
    """(name, value, limit, meets, detail) of each figure."""
    texts = {name: (pathlib.Path(root) / name).read_text(encoding="utf-8") for name in sources(root)}
    product = {name: text for name, text in texts.items() if name.split("/")[0] in PRODUCT}
    tests = {name: text for name, text in texts.items()
             if name.startswith("tests/") and not name.startswith(("tests/bench/", "tests/fuzz/"))}
    units = include_graph(product, lambda file: os.path.splitext(file)[0])
    in_cycles = sorted(cycles(units))
    folders = sorted(cycles(include_graph(product, os.path.dirname)))
    largest = sorted(classes(product), reverse=True)[:5]
    longest = sorted(functions(product), reverse=True)[:3]
    beside = {name: (pathlib.Path(root) / name).read_text(encoding="utf-8") for name in pages(root)}
    wide = [f"{name}:{number}" for name, text in (texts | beside).items()
            for number, line in enumerate(text.split("\n"), 1) if is_wide(name, line)]
    long_files = sorted(((text.count("\n"), name) for name, text in product.items() if text.count("\n") > FILE_LINES),
                        reverse=True)
    share = 100 * len(in_cycles) / max(len(units), 1)
    ratio = sum(map(filled, tests.values())) / max(sum(map(filled, product.values())), 1)
    too_long = sum(1 for lines, _, _ in functions(product) if lines > FUNCTION_LINES)
    top = largest[0][0] if largest else 0
    return [
        ("folders in cycles", len(folders), "0", not folders, ", ".join(folders)),
        ("units in include cycles", f"{len(in_cycles)} of {len(units)}, {share:.1f} %", "5 %", share <= 5,
         ", ".join(in_cycles)),
        ("members of the largest class", top, str(MEMBERS), top <= MEMBERS,
         ", ".join(f"{name} {count} ({file})" for count, name, file in largest)),
        ("functions over 60 lines", too_long, "0", too_long == 0,
         ", ".join(f"{file}:{line} has {lines}" for lines, line, file in longest)),
        ("lines over 120 columns", len(wide), "0", not wide, ", ".join(wide[:5])),
        ("files over 400 lines", len(long_files), "0", not long_files,
         ", ".join(f"{name} {lines}" for lines, name in long_files)),
        ("lines of tests to lines of code", f"{ratio:.2f}", "0.60 at least", ratio >= 0.6, ""),
    ]


def main():
    options = argparse.ArgumentParser(description="Figures of the code's structure.")
    options.add_argument("--check", action="store_true", help="end with 1 where a figure misses its limit")
    options.add_argument("--root", default=pathlib.Path(__file__).resolve().parents[2])
    asked = options.parse_args()
    missed = 0
    for name, value, limit, meets, detail in measured(asked.root):
        missed += not meets
        print(f"{name:<34}{value!s:<24}limit {limit:<16}{'' if meets else 'MISSED '}{detail[:400]}")
    return 1 if asked.check and missed else 0


if __name__ == "__main__":
    sys.exit(main())
