#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# viewer_without_gdal.sh VIEWER LOADER: no library that the viewer needs, directly or through another, is GDAL. The loader
# needs it: so the same reading is seen to find it.
set -euo pipefail

# Every library the program needs, however deep, as the dynamic linker itself resolves them.
needed() { { readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'; ldd "$1" | awk '{print $1}'; } | sort -u; }

if needed "$1" | grep -qi gdal; then
  echo "$1 needs GDAL: a file could crash the window." >&2
  exit 1
fi
needed "$2" | grep -qi gdal || { echo "$2 was not seen to need GDAL: this test cannot tell." >&2; exit 1; }
