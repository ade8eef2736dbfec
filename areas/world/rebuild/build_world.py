"""Makes data/world.topojson: Natural Earth's countries with Arabic names, their land, and their borders as lines of their own.

All three share the same arcs, so a border never leaves the edge of the countries it parts. Usage: build_world.py WORLD_ATLAS_FOLDER
"""
import json
import pathlib
import sys

from natural_earth import borderArcs, decodeArcs, loadTopology, namedCountries

TARGET = pathlib.Path(__file__).resolve().parent.parent / "data" / "world.topojson"


def borderObjects(countries, arcs):
    objects = []
    for (kind, left, right), indices in sorted(borderArcs(countries, arcs).items()):
        properties = {"class": kind, "side_a": left, "side_b": right}
        objects.append({"type": "MultiLineString", "arcs": [[index] for index in indices], "properties": properties})
    return objects


def main(worldAtlas):
    topology = loadTopology(pathlib.Path(worldAtlas) / "countries-10m.json")
    countries = namedCountries(topology)
    for country in countries:
        country.pop("id", None)  # the ISO code is a property; two countries of the source share one id
    topology["objects"]["borders"] = {"type": "GeometryCollection", "geometries": borderObjects(countries, decodeArcs(topology))}
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(topology, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    unnamed = [c["properties"]["source_name"] for c in countries if not c["properties"]["name"]]
    noArabic = [c["properties"]["name"] for c in countries if c["properties"]["name"] and not c["properties"]["name_ar"]]
    print(f"{TARGET.name}: {len(countries)} countries, {TARGET.stat().st_size} bytes; without a name: {unnamed}; without Arabic: {noArabic}")


if __name__ == "__main__":
    main(sys.argv[1])
