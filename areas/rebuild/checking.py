# SPDX-License-Identifier: Apache-2.0
"""What every area's check.py does: says of each expectation whether it holds, and reads what build_area.py wrote."""
import csv
import json

from shapely.geometry import shape


class Checking:
    def __init__(self, area):
        self.area = area
        self.failures = []

    def expect(self, holds, sentence):
        print(("ok    " if holds else "FAILS ") + sentence)
        if not holds:
            self.failures.append(sentence)

    def layer(self, name):
        """(geometry, properties) of each feature."""
        with open(self.area / "data" / f"{name}.geojson", encoding="utf-8") as file:
            return [(shape(f["geometry"]), f["properties"]) for f in json.load(file)["features"]]

    def units(self):
        """The rows of units.csv; codes and parents are looked at on the way."""
        with open(self.area / "units.csv", encoding="utf-8", newline="") as file:
            units = list(csv.DictReader(file))
        ids = {u["id"] for u in units}
        self.expect(all(len(u["sidc"]) == 20 and u["sidc"].isdigit() for u in units), "every code has 20 digits")
        self.expect(all(not u["parent"] or u["parent"] in ids for u in units), "every parent is in the table")
        return units

    def geometry(self):
        for path in sorted((self.area / "data").glob("*.geojson")):
            features = self.layer(path.stem)
            bad = sum(not g.is_valid or g.is_empty for g, _ in features)
            self.expect(features and bad == 0, f"{path.name}: {len(features)} features, all valid")
            self.expect(path.stat().st_size < 1_000_000, f"{path.name}: {path.stat().st_size // 1000} kB")
