#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Frame times while a hand drags the map of an area to and fro, by 6 and 3 pixels every 16 ms, panels shown.
# Usage: tests/bench/drag.sh [OPSMAP] [WxH] [AREA.toml]      (needs xdotool and Xvfb; a home folder of its own)
set -eu
repo=$(cd "$(dirname "$0")/../.." && pwd)
opsmap=${1:-$repo/build/opsmap}
size=${2:-1920x1080}
area=${3:-$repo/areas/unifil/unifil.toml}
folder=$(mktemp -d)
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp 3> "$folder/display" 2> /dev/null &
server=$!
trap 'kill $server; rm -rf "$folder"' EXIT
read -r number < "$folder/display"
export DISPLAY=":$number" HOME="$folder" XDG_CACHE_HOME="$folder/cache" XDG_STATE_HOME="$folder/state" XDG_CONFIG_HOME="$folder/config"

"$opsmap" --size "$size" --verbose "$area" 2> "$folder/said" &
window=$!
sleep 6
steps=$(for i in $(seq 60); do printf 'mousemove_relative -- 6 3 sleep 0.016 '; done; for i in $(seq 60); do printf 'mousemove_relative -- -6 -3 sleep 0.016 '; done)
# shellcheck disable=SC2086  # words of a command line
xdotool mousemove "$((${size%x*} / 2))" "$((${size#*x} / 2))" mousedown 1 $steps $steps mouseup 1
sleep 1
kill -TERM $window
wait $window || true
grep frames "$folder/said"
