# SPDX-License-Identifier: Apache-2.0
"""Makes data/world.topojson, Natural Earth's countries with Arabic names and their coasts as lines, and data/borders.topojson, the
borders between them: a small file of its own, because two layers read it, each for itself.

All are made of the same arcs, so a line never leaves the edge of the countries it belongs to; all are cut at the antimeridian.
Usage: build_world.py WORLD_ATLAS_FOLDER
"""
import json
import pathlib
import sys

from shapely.geometry import Polygon

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "rebuild"))

import natural_earth
import seam

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"


class Arcs:
    """The arcs that are written, in the order in which they are first used."""

    def __init__(self, source):
        self.source, self.kept, self.lines = source, {}, []

    def fromSource(self, index):
        """An arc of the source file; ~index is the arc backwards, there and here."""
        number = index if index >= 0 else ~index
        if number not in self.kept:
            self.kept[number] = self.add(self.source[number])
        return self.kept[number] if index >= 0 else ~self.kept[number]

    def add(self, points):
        self.lines.append(points)
        return len(self.lines) - 1

    def encoded(self):
        """Each arc as its first point and the differences that follow, as TopoJSON wants it."""
        out = []
        for points in self.lines:
            steps = [list(points[0])]
            steps += [[b[0] - a[0], b[1] - a[1]] for a, b in zip(points, points[1:])]
            out.append(steps)
        return out


def collapsed(points, least):
    """The source's steps of 400 m leave islets without an area."""
    return len(set(points)) < least


def areaSquareDegrees(country, source):
    """Of all outer rings, in degrees at the equator; one step is 0.0036° by 0.0017°."""
    shells = [polygon[0] for polygon in natural_earth.polygonRings(country, source)]
    return sum(Polygon(shell).area for shell in shells if len(shell) > 3) * 0.0036 * 0.0016886


def countryObject(country, arcs):
    polygons = []
    for polygon in natural_earth.polygonsOf(country):
        rings = [natural_earth.ringPoints(ring, arcs.source) for ring in polygon]
        if collapsed(rings[0], 3):
            continue
        if any(map(seam.jumps, rings)):
            polygons += [[[arcs.add(ring)] for ring in cut] for cut in seam.cutPolygon(rings)]
        else:
            polygons.append([[arcs.fromSource(index) for index in ring] for ring in polygon])
    rank = natural_earth.rankOf(areaSquareDegrees(country, arcs.source))
    return {"type": "MultiPolygon", "arcs": polygons, "properties": {**country["properties"], "rank": rank}}


def borderObject(key, indices, arcs):
    kind, left, right = key
    properties = {"class": kind, "side_a": left, "side_b": right}
    return {"type": "MultiLineString", "arcs": [[arcs.fromSource(i)] for i in indices], "properties": properties}


def coastObject(indices, arcs):
    lines = []
    for index in indices:
        points = arcs.source[index]
        if collapsed(points, 2):
            continue
        lines += [[arcs.add(part)] for part in seam.cutLine(points)] if seam.jumps(points) else [[arcs.fromSource(index)]]
    return {"type": "MultiLineString", "arcs": lines, "properties": {"class": "coast"}}


def write(name, source, arcs, objects):
    topology = {"type": "Topology", "transform": source["transform"], "arcs": arcs.encoded(),
                "objects": {name: {"type": "GeometryCollection", "geometries": shapes} for name, shapes in objects.items()}}
    (DATA / name).write_text(json.dumps(topology, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def main(worldAtlas):
    source = natural_earth.loadTopology(pathlib.Path(worldAtlas) / "countries-10m.json")
    countries = natural_earth.namedCountries(source)
    decoded = natural_earth.decodeArcs(source)
    found = natural_earth.borderArcs(source, countries, decoded)
    DATA.mkdir(exist_ok=True)
    arcs, borderArcs = Arcs(decoded), Arcs(decoded)
    write("world.topojson", source, arcs, {
        "countries": [shape for shape in (countryObject(country, arcs) for country in countries) if shape["arcs"]],
        "coasts": [coastObject(natural_earth.coastArcs(countries), arcs)],
    })
    write("borders.topojson", source, borderArcs, {"borders": [borderObject(key, indices, borderArcs) for key, indices in sorted(found.items())]})
    unnamed = [c["properties"]["source_name"] for c in countries if not c["properties"]["name"]]
    noArabic = [c["properties"]["name"] for c in countries if c["properties"]["name"] and not c["properties"]["name_ar"]]
    sizes = ", ".join(f"{file.name} {file.stat().st_size} bytes" for file in sorted(DATA.iterdir()))
    print(f"{len(countries)} countries; {sizes}; without a name: {unnamed}; without Arabic: {noArabic}")


if __name__ == "__main__":
    main(sys.argv[1])
