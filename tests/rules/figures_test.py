#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each rule of figures.py is seen failing on a small tree made for it, and a tree that keeps all of them passes."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import figures

GOOD = {
    "geodata/store/store.hpp": '#pragma once\nnamespace geodata {\n\nstruct Store {\n    int a = 0, b = 0;\n};\n\n}\n',
    "layers/model/model.hpp": '#pragma once\n#include "geodata/store/store.hpp"\n',
    "tests/geodata/store/store_test.cpp": "int main() {\n    return 0;\n}\n" * 10,
}


def figures_of(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return {name: (value, meets) for name, value, _, meets, _ in figures.measured(folder)}


def missed(**more):
    files = GOOD | {name.replace("__", "/") + ".hpp": text for name, text in more.items()}
    return [name for name, (_, meets) in figures_of(files).items() if not meets]


class Figures(unittest.TestCase):
    def test_a_good_tree_passes(self):
        self.assertEqual(missed(), [])

    def test_folders_in_a_circle(self):
        self.assertIn("folders in cycles",
                      missed(geodata__store__b='#include "layers/model/model.hpp"\n'))

    def test_units_in_a_circle(self):
        self.assertIn("units in include cycles", missed(geodata__store__b='#include "geodata/store/c.hpp"\n',
                                                        geodata__store__c='#include "geodata/store/b.hpp"\n'))

    def test_a_class_with_too_many_members(self):
        declared = "".join(f"    int m_{i} = {{}};\n" for i in range(11))
        pairs = "".join(f"    std::map<int, std::string> a{i}, b{i};\n" for i in range(5))
        self.assertIn("members of the largest class", missed(geodata__a=f"class Big {{\n{declared}{pairs}}};\n"))

    def test_functions_types_and_constants_are_no_members(self):
        body = ("    void f(int a, int b) const { return; }\n    int g() {\n        int x = 1;\n    }\n"
                "    static constexpr int k = 1;\n    using T = int;\n    enum class E { a, b };\n"
                "    std::function<void(int, int)> done;\n    bool operator==(const A&) const = default;\n")
        value, _ = figures_of({"geodata/a.hpp": f"struct A {{\n{body}}};\n"})["members of the largest class"]
        self.assertEqual(value, 1)

    def test_members_of_types_that_are_described_with_them(self):
        body = ("    enum class Kind { a, b } kind = Kind::a;\n    struct Bend {\n        double u, v;\n    } bend{};\n"
                "    struct Other {\n        int c = 0;\n    };\n    int last = 0;\n")
        found = {name: count for count, name, _ in figures.classes({"geodata/a.hpp": f"struct A {{\n{body}}};\n"})}
        self.assertEqual(found, {"A": 3, "Bend": 2, "Other": 1})

    def test_a_long_function(self):
        self.assertIn("functions over 60 lines",
                      missed(geodata__a="void f() {\n" + "    g();\n" * 60 + "}\n"))
        self.assertNotIn("functions over 60 lines",
                         missed(geodata__a="void f() {\n" + "    g();\n" * 58 + "}\n"))

    def test_a_long_line(self):
        self.assertIn("lines over 120 columns", missed(geodata__a="// " + "x" * 118 + "\n"))
        self.assertNotIn("lines over 120 columns", missed(geodata__a="// " + "ä" * 117 + "\n"))

    def test_a_long_line_of_a_page_or_of_cmake(self):
        words = "word " * 30 + "\n"
        for name in ("README.md", "docs/A.md", "docs/decisions/a.md", "CMakeLists.txt", "cmake/a.cmake", "test", "run"):
            self.assertFalse(figures_of(GOOD | {name: words})["lines over 120 columns"][1], name)
        for text in ("| " + words, "  https://example.org/" + "x" * 120 + "\n"):
            self.assertTrue(figures_of(GOOD | {"docs/A.md": text})["lines over 120 columns"][1], text)

    def test_a_long_file(self):
        self.assertIn("files over 400 lines", missed(geodata__a="\n" * 401))

    def test_too_few_tests(self):
        self.assertIn("lines of tests to lines of code", missed(geodata__a="int a;\n" * 100))


if __name__ == "__main__":
    unittest.main()
