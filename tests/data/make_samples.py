#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the samples of this folder: the same three towns, once in every promised format. Needs ogr2ogr (Debian's
gdal-bin); the samples are committed, so the tests need neither. Run it by hand when a sample is to change."""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
TOWNS = [(1, "Tyre", "صور", 60000, 35.1938, 33.2733), (2, "Naqoura", "الناقورة", 24910, 35.1397, 33.1181),
         (3, "Marjayoun", "مرجعيون", 3900, 35.5919, 33.3603)]
ZONES = [("west", [(35.10, 33.09), (35.35, 33.09), (35.35, 33.30), (35.10, 33.30)]),
         ("east", [(35.35, 33.09), (35.65, 33.20), (35.65, 33.40), (35.35, 33.30)])]
MGRS = ["36S YB 04321 83732", "36SXB9963366416", "36S YB 41168 94231"]


def write(name, text):
    (HERE / name).write_text(text, encoding="utf-8")


def ogr(output, source, *options):
    for old in () if "-update" in options else HERE.glob(pathlib.Path(output).stem + ".*"):
        if old.suffix in (pathlib.Path(output).suffix, ".dbf", ".shx", ".prj", ".cpg", ".dat", ".map", ".id", ".mid"):
            old.unlink()
    environment = dict(os.environ, OGR_CURRENT_DATE="2018-11-06T00:00:00.000Z")  # otherwise a GeoPackage holds the time
    subprocess.run(["ogr2ogr", *options, HERE / output, HERE / source], check=True, env=environment)


def feature(geometry, coordinates, **values):
    return {"type": "Feature", "properties": values, "geometry": {"type": geometry, "coordinates": coordinates}}


def collection(features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)}, ensure_ascii=False, indent=1) + "\n"


def geojson():
    write("towns.geojson", collection(feature("Point", [lon, lat], id=i, name=name, name_ar=arabic, people=people)
                                      for i, name, arabic, people, lon, lat in TOWNS))
    write("zones.geojson", collection(feature("Polygon", [ring + ring[:1]], zone=zone) for zone, ring in ZONES))


def topojson():
    objects = [{"type": "Point", "coordinates": [lon, lat], "properties": {"id": i, "name": name, "name_ar": arabic, "people": people}}
               for i, name, arabic, people, lon, lat in TOWNS]
    write("towns.topojson", json.dumps({"type": "Topology", "objects": {"towns": {"type": "GeometryCollection", "geometries": objects}},
                                        "arcs": []}, ensure_ascii=False) + "\n")


def csv():
    write("towns_latlon.csv", "id,name,name_ar,people,lat,lon\n" +
          "".join(f"{i},{name},{arabic},{people},{lat},{lon}\n" for i, name, arabic, people, lon, lat in TOWNS))
    write("towns_wkt.csv", "id,name,name_ar,people,wkt\n" +
          "".join(f"{i},{name},{arabic},{people},POINT ({lon} {lat})\n" for i, name, arabic, people, lon, lat in TOWNS))
    write("towns_mgrs.csv", "id,name,name_ar,people,mgrs\n" +
          "".join(f"{i},{name},{arabic},{people},{place}\n" for (i, name, arabic, people, _, _), place in zip(TOWNS, MGRS)))


def texts():
    """Positions as people write them, in a table without geometry: one column pair, one text for both, a grid reference."""
    rows = [(1, "Tyre", "33°16'23.88\"N", "35°11'37.68\"E", "", ""), (2, "Naqoura", "", "", "N33.1181 E35.1397", ""), (3, "Marjayoun", "", "", "", MGRS[2])]
    write("towns_text.csv", "id,name,lat,lon,coordinates,mgrs\n" + "".join(",".join('"%s"' % str(v).replace('"', '""') for v in row) + "\n" for row in rows))
    ogr("towns_text.gpkg", "towns_text.csv", "-f", "GPKG", "-nlt", "NONE", "-oo", "X_POSSIBLE_NAMES=none")
    with sqlite3.connect(HERE / "towns_text.gpkg", isolation_level=None) as database:
        database.execute("PRAGMA page_size = 512")
        database.execute("VACUUM")
    database.close()


def xml():
    marks = "".join(f"""<Placemark><name>{name}</name><ExtendedData><Data name="id"><value>{i}</value></Data><Data name="name_ar"><value>{arabic}</value></Data>
<Data name="people"><value>{people}</value></Data></ExtendedData><Point><coordinates>{lon},{lat}</coordinates></Point></Placemark>
""" for i, name, arabic, people, lon, lat in TOWNS)
    kml = f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>towns</name>\n{marks}</Document></kml>\n'
    write("towns.kml", kml)
    with zipfile.ZipFile(HERE / "towns.kmz", "w") as kmz:
        kmz.writestr(zipfile.ZipInfo("doc.kml", (2018, 11, 6, 0, 0, 0)), kml, zipfile.ZIP_DEFLATED)
    points = "".join(f'<wpt lat="{lat}" lon="{lon}"><name>{name}</name><desc>{arabic}</desc></wpt>\n' for _, name, arabic, _, lon, lat in TOWNS)
    write("towns.gpx", f'<?xml version="1.0"?>\n<gpx version="1.1" creator="opsmap" xmlns="http://www.topografix.com/GPX/1/1">\n{points}</gpx>\n')


def towns_by_ogr():
    geojson_in = ("-nln", "towns")
    ogr("towns.gpkg", "towns.geojson", "-f", "GPKG", *geojson_in)
    ogr("towns.gpkg", "zones.geojson", "-update", "-nln", "zones")
    ogr("towns.fgb", "towns.geojson", "-f", "FlatGeobuf", "-lco", "SPATIAL_INDEX=NO", *geojson_in)
    ogr("towns_indexed.fgb", "towns.geojson", "-f", "FlatGeobuf", "-nln", "towns_indexed")
    ogr("towns_utf8.shp", "towns.geojson", "-lco", "ENCODING=UTF-8")
    for name, encoding in ("towns_cp1256", "CP1256"), ("towns_iso8859_6", "ISO-8859-6"):
        ogr(f"{name}.shp", "towns.geojson", "-lco", f"ENCODING={encoding}")
        (HERE / f"{name}.cpg").unlink(missing_ok=True)  # nothing declares it: the area file must
        dbf = bytearray((HERE / f"{name}.dbf").read_bytes())
        dbf[29] = 0  # language driver
        (HERE / f"{name}.dbf").write_bytes(dbf)
    ogr("towns_tab.tab", "towns.geojson", "-f", "MapInfo File", "-lco", "ENCODING=CP1256")
    ogr("towns_mif.mif", "towns.geojson", "-f", "MapInfo File", "-dsco", "FORMAT=MIF", "-lco", "ENCODING=CP1256")
    ogr("towns.dxf", "towns.geojson", "-f", "DXF", "-sql", 'select name as "Text" from towns')


def axis_orders():
    """Each of these authorities puts north first; GML follows it, a GeoPackage never does. The places are control points:
    the Old Observatory in Bern is 2600000 1200000 in EPSG:2056; 5° E 50° N is 3962799.45 2999718.85 in EPSG:3035."""
    write("control.geojson", collection([feature("Point", [7.438632495, 46.951082877], code=2056), feature("Point", [5, 50], code=3035),
                                         feature("Point", [35.1938, 33.2733], code=4326)]))
    for code in 4326, 3035, 2056:
        reproject = ("-t_srs", f"EPSG:{code}", "-nln", "control", "-where", f"code = {code}")
        ogr(f"control_{code}.gml", "control.geojson", "-f", "GML", "-dsco", "FORMAT=GML3.2", *reproject)
        (HERE / f"control_{code}.xsd").unlink(missing_ok=True)
        ogr(f"control_{code}.gpkg", "control.geojson", "-f", "GPKG", *reproject)


def faulty():
    """Wrong in a way that no reader complains about."""
    shutil.copy(HERE / "towns.gpkg", HERE / "towns_hidden.gpkg")
    with sqlite3.connect(HERE / "towns_hidden.gpkg") as database:
        database.execute("DELETE FROM rtree_towns_geom")
    database.close()
    places = [feature("Point", [round(35 + i % 40 / 100, 2), round(33 + i // 40 / 100, 2)], text="a place with a long text " * 4, i=i) for i in range(1200)]
    (HERE / "many.geojson").write_text(collection(places))
    ogr("many.gpkg", "many.geojson", "-f", "GPKG", "-lco", "SPATIAL_INDEX=NO")
    (HERE / "many.geojson").unlink()


geojson()
topojson()
csv()
texts()
xml()
towns_by_ogr()
axis_orders()
faulty()
