#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of every page and dialog, light and dark, at 1x and 2x, in DIR (build/shots unless given).
#
#   run.sh [DIR [NAME...]]    with names only those pictures ("evals", or "evals-dark" alone); see tests/shots/shots.cpp
#
# Uses the build folder in ODC_BUILD, else build/dev, which it configures and builds as far as needed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
case "${1:-}" in
  --help) sed -n '3,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
esac
target=$(realpath -m "${1:-$root/build/shots}")
[ $# -eq 0 ] || shift
folder=${ODC_BUILD:-$root/build/dev}
[ -f "$folder/build.ninja" ] || (cd "$root" && cmake --preset dev -B "$folder" >/dev/null)
cmake --build "$folder" --target odc-shots >/dev/null
program=$folder/tests/shots/odc-shots

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
for name in $(compgen -e OPENAI_ || true); do unset "$name"; done
# The offscreen platform's own screen is 800 x 800: dialogs would be cut to it. At 2x it has twice the pixels.
screen() {
  cat >"$home/screens.json" <<SCREENS
{ "screens": [ { "name": "desk", "x": 0, "y": 0, "width": $((1920 * $1)), "height": $((1200 * $1)), "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1 } ] }
SCREENS
}
export QT_QPA_PLATFORM=offscreen:configfile=$home/screens.json HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data LC_ALL=C.UTF-8
mkdir -p "$target/1x" "$target/2x"
screen 1
"$program" "$target/1x" "$@"
screen 2
QT_SCALE_FACTOR=2 "$program" "$target/2x" "$@"
echo "run.sh: pictures are in $target"
