#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rebuilds areas/world/data from the npm package world-atlas (Natural Earth). The same package gives the same bytes.
# Debian: iso-codes (Arabic names of countries), python3-shapely (the cut at the antimeridian), npm.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../rebuild/packages.sh"
require iso-codes python3-shapely

python "$here/rebuild/build_world.py" "$(fetch world-atlas 2.0.2)"
