#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the tests of a build made with the preset `coverage` and reports the share of lines that ran, folder by folder:
# tests/coverage/run.sh BUILD_FOLDER [CTEST ARGUMENT…]
#
# Each program opens the file of its counts when it starts and maps it into its memory (the compiler's continuous mode), so
# that what the reader does inside its jail is counted, and what a killed program did. Not counted is what another program
# than opsmap and its tests runs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=$1
shift
rm -rf "$build/counts"
ctest --test-dir "$build" -j 2 "$@" || echo "coverage: some tests failed; what they ran is counted." >&2
llvm-profdata-19 merge -sparse "$build"/counts/*.profraw -o "$build/counts/all.profdata"
programs=()
while IFS= read -r -d '' program; do programs+=(-object "$program"); done < <(
  find "$build" -name CMakeFiles -prune -o -type f -executable \( -name 'test_*' -o -name 'opsmap*' \) -print0)
llvm-cov-19 export "${programs[@]}" -instr-profile="$build/counts/all.profdata" -format=lcov \
  --ignore-filename-regex='/(tests|usr|build)/' > "$build/counts/all.lcov"
python3 tests/coverage/folders.py "$build/counts/all.lcov"
