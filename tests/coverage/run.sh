#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the tests of a build made with the preset `coverage` and reports the share of lines that ran, folder by folder:
# tests/coverage/run.sh BUILD_FOLDER [CTEST ARGUMENT…]
#
# What the reader does inside its jail is not seen: it may open no file to write its counts to. The tests of geodata/source
# and geodata/load run the same code outside a jail, and these runs are counted.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=$1
shift
command -v gcovr >/dev/null || { echo "coverage: gcovr is missing. Install it with apt-get install gcovr." >&2; exit 2; }
find "$build" -name '*.gcda' -delete
ctest --test-dir "$build" -j 2 "$@" || echo "coverage: some tests failed; what they ran is counted." >&2
gcovr --root . --object-directory "$build" --filter '(geodata|layers|viewer)/' --json-summary "$build/coverage.json" -j 2 >/dev/null
python3 tests/coverage/folders.py "$build/coverage.json"
