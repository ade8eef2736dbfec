#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make_corpus.py SAMPLES FOLDER: bad files in every promised format, made from the good samples; the same on every run.
Each lies in a folder of its own, so that its side files are there and strangers are not. Prints the number of files."""
import pathlib
import random
import shutil
import sqlite3
import struct
import sys
import zipfile

SIDES = {".shp": (".shx", ".dbf", ".prj", ".cpg"), ".tab": (".dat", ".map", ".id"), ".mif": (".mid",)}
MAIN = (".gpkg", ".shp", ".geojson", ".topojson", ".kml", ".kmz", ".gpx", ".fgb", ".csv", ".tab", ".mif", ".dxf", ".gml")
MOST_FEATURES = 100000  # run_corpus.py sets the limit for the whole run, good samples and all: more would not fit into 2 MB
# Heads that promise 100,000 by 100,000 pixels.
HUGE_PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 100000, 100000, 16, 6, 0, 0, 0) + b"\0" * 64
HUGE_TIFF = b"II*\0" + struct.pack("<IH", 8, 2) + struct.pack("<HHII", 256, 4, 1, 100000) + struct.pack("<HHII", 257, 4, 1, 100000) + b"\0" * 64
CANARY_PORT = 47321  # run_corpus.py listens there; nothing may call


class Corpus:
    def __init__(self, samples, folder):
        self.samples, self.folder, self.count = samples, folder, 0
        self.random = random.Random(20181106)

    def place(self, kind, name, content):
        case = self.folder / f"{self.count:04}_{kind}"
        case.mkdir(parents=True)
        (case / name).write_bytes(content)
        self.count += 1
        return case

    def beside(self, case, sample):
        for side in SIDES.get(sample.suffix, ()):
            source = sample.with_suffix(side)
            if source.exists() and not (case / source.name).exists():
                shutil.copy(source, case)

    def damaged(self, kind, sample, content, damagedPart=None):
        """The sample, or the named side file of it, with other content."""
        part = damagedPart or sample
        case = self.place(kind, part.name, content)
        if part != sample:
            shutil.copy(sample, case)
        self.beside(case, sample)

    def parts(self, sample):
        yield sample
        for side in SIDES.get(sample.suffix, ()):
            if side in (".dbf", ".dat", ".map", ".mid") and sample.with_suffix(side).exists():
                yield sample.with_suffix(side)

    def truncated(self, sample):
        for part in self.parts(sample):
            content = part.read_bytes()
            for tenth in range(1, 10, 2):
                self.damaged("truncated", sample, content[:len(content) * tenth // 10], part)

    def flipped(self, sample):
        for part in self.parts(sample):
            for _ in range(8):
                content = bytearray(part.read_bytes())
                for _ in range(self.random.randint(1, 24)):
                    content[self.random.randrange(len(content))] ^= 1 << self.random.randrange(8)
                self.damaged("flipped", sample, bytes(content), part)

    def misdeclared(self, sample):
        """Lengths, counts and offsets that promise too much."""
        for value in (b"\xff\xff\xff\x7f", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80"):
            content = bytearray(sample.read_bytes())
            for _ in range(4):
                at = self.random.randrange(min(len(content), 400) - 4)
                content[at:at + 4] = value
            self.damaged("misdeclared", sample, bytes(content))

    def notNumbers(self, sample):
        content = sample.read_bytes()
        if b"35.1938" in content:
            for bad in (b"NaN", b"Infinity", b"1e308", b"-1e999", b""):
                self.damaged("numbers", sample, content.replace(b"35.1938", bad))

    def renamed(self, sample):
        for other in self.random.sample([e for e in MAIN if e != sample.suffix], 3):
            self.place("extension", sample.stem + other, sample.read_bytes())

    def all(self):
        for sample in sorted(p for p in self.samples.iterdir() if p.suffix in MAIN and p.name != "many.gpkg"):
            for make in (self.truncated, self.flipped, self.misdeclared, self.notNumbers, self.renamed):
                make(sample)
        self.nested()
        self.bombs()
        self.reachingOut()
        self.place("crash", "model.kml", b"<kml><Document><Placemark><MultiGeometry><Model/></MultiGeometry></Placemark></Document></kml>")  # GDAL 3.6
        self.links()
        self.oddNames()

    def nested(self):
        for depth in (1000, 200000):
            text = '{"type":"GeometryCollection","geometries":[' * depth
            self.place("nested", "deep.geojson", text[:1900000].encode())
            self.place("nested", "deep_array.geojson", b'{"type":"Polygon","coordinates":' + b"[" * min(depth, 1900000))
            self.place("nested", "deep.kml", b"<kml><Document>" + b"<Folder>" * min(depth, 200000))
            self.place("nested", "deep.gml", b'<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml">' + b"<gml:featureMember>" * min(depth, 90000))
            self.place("nested", "deep.csv", b'wkt\n"' + b"GEOMETRYCOLLECTION(" * min(depth, 90000) + b'"\n')

    def bombs(self):
        laughs = '<!DOCTYPE x [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12)) + "]>"
        for name, root in ("laughs.kml", "kml"), ("laughs.gpx", "gpx"), ("laughs.gml", 'FeatureCollection xmlns="http://www.opengis.net/gml"'):
            self.place("xmlbomb", name, f'<?xml version="1.0"?>{laughs}<{root}>&a11;</{root.split()[0]}>'.encode())
        for megabytes in (300, 1500):
            case = self.place("limit-zip_ratio", "bomb.kmz", b"")
            with zipfile.ZipFile(case / "bomb.kmz", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as kmz, kmz.open("doc.kml", "w", force_zip64=True) as doc:
                doc.write(b"<kml><Document><name>")
                for _ in range(megabytes):
                    doc.write(b" " * 1000000)
        self.place("limit-text_kb", "text.csv", b"name,lat,lon\n" + b"x" * 1900000 + b",33,35\n")
        self.place("limit-features", "rows.csv", b"name,lat,lon\n" + b"a,33,35\n" * (MOST_FEATURES + 1))
        for name, content in ("huge.png", HUGE_PNG), ("huge.tif", HUGE_TIFF):
            self.place("picture", name, content)
        self.place("oversized", "columns.csv", b",".join(b"c%d" % i for i in range(60000)) + b"\n1\n")

    def reachingOut(self):
        """Each names the canary beside the corpus, or this machine's port; neither may be touched."""
        canary = (self.folder.parent / "canary" / "secret.txt").resolve()
        url = f"http://127.0.0.1:{CANARY_PORT}/x"
        for target in (f"file://{canary}", url):
            entity = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{target}">]>'
            self.place("entity", "entity.kml", f"{entity}<kml><Document><Placemark><name>&e;</name></Placemark></Document></kml>".encode())
            self.place("entity", "entity.gpx", f'{entity}<gpx version="1.1"><wpt lat="1" lon="1"><name>&e;</name></wpt></gpx>'.encode())
            self.place("network", "link.kml", f"<kml><NetworkLink><Link><href>{target}</href></Link></NetworkLink></kml>".encode())
            self.place("schema", "schema.gml", f'<FeatureCollection xmlns="http://www.opengis.net/gml" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x {target}"/>'.encode())
        for source in (str(canary), f"/vsicurl/{url}", f"CSV:{canary}"):
            self.database(source)
            self.place("vrt", "layer.vrt", f'<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>{source}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>'.encode())

    def database(self, source):
        """A GeoPackage whose coordinate system, view and virtual table name something elsewhere."""
        case = self.place("gpkg", "reach.gpkg", (self.samples / "towns.gpkg").read_bytes())
        with sqlite3.connect(case / "reach.gpkg") as db:
            db.execute("UPDATE gpkg_spatial_ref_sys SET definition = ?, organization = 'NONE', srs_id = 99999, organization_coordsys_id = 99999 WHERE srs_id = 4326", (source,))
            db.execute("UPDATE gpkg_geometry_columns SET srs_id = 99999")
            db.execute("UPDATE gpkg_contents SET srs_id = 99999")
            db.execute(f"CREATE VIEW reaching AS SELECT fid, geom, load_extension('{source}') AS name FROM towns")
            db.execute("PRAGMA writable_schema = 1")
            db.execute("INSERT INTO sqlite_master VALUES ('table', 'virtual', 'virtual', 0, ?)", (f"CREATE VIRTUAL TABLE virtual USING VirtualOGR('{source}')",))
            for table in "reaching", "virtual":
                db.execute("INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, 'features', ?, 99999)", (table, table))
                db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', 99999, 0, 0)", (table,))
        db.close()
        case = self.place("kmz", "reach.kmz", b"")
        with zipfile.ZipFile(case / "reach.kmz", "w") as kmz:
            kmz.writestr("doc.kml", f"<kml><Document><NetworkLink><Link><href>{source}</href></Link></NetworkLink><NetworkLink><Link><href>../../canary/secret.txt</href></Link></NetworkLink></Document></kml>")
            kmz.writestr("../outside.kml", "<kml/>")

    def links(self):
        canary = (self.folder.parent / "canary" / "secret.txt").resolve()
        for name, target in ("canary.csv", canary), ("nowhere.geojson", "nothing"), ("loop.gpkg", "loop.gpkg"), ("device.csv", "/dev/zero"), ("folder.shp", "."):
            case = self.place("link", "placeholder", b"")
            (case / "placeholder").unlink()
            (case / name).symlink_to(target)

    def oddNames(self):
        content = (self.samples / "towns.geojson").read_bytes()[:300]
        for name in (b"%n%s%s.geojson", b"##x.geojson", b"two\nlines.geojson", b"\xff\xfe.geojson", b"x" * 240 + b".geojson", b"-o.geojson", b"\xe2\x80\xae.geojson", b"' \".gpkg"):
            case = self.place("name", "placeholder", b"")
            (case / "placeholder").unlink()
            with open(bytes(case) + b"/" + name, "wb") as out:
                out.write(content)


def make(samples, folder):
    corpus = Corpus(pathlib.Path(samples), pathlib.Path(folder))
    corpus.all()
    return corpus.count


if __name__ == "__main__":
    print(make(sys.argv[1], sys.argv[2]))
