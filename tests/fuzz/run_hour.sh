#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs every fuzz target in turn, an hour in all or SECONDS each: run_hour.sh [SECONDS]. What is found lies in build/fuzz/tests/fuzz/found.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$root/build/fuzz/tests/fuzz
for name in area_file position_text loader_message store unit_table symbol_code; do
  "$folder/fuzz_$name" -max_total_time="${1:-600}" -timeout=10 -rss_limit_mb=2048 -max_len=20000 -artifact_prefix="$folder/found/$name/" "$folder/found/$name" "$root/tests/fuzz/seeds/$name"
done
