#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the console and opens it. From any folder, as root or not.
#
#   run.sh [ARGUMENT...]    arguments go to the console
#   run.sh --check          says what it would do, and does nothing
#   run.sh --help           this text
#
# Without a display it takes a tour instead: the real window, drawn into pictures in build/tour while it uploads,
# previews, downloads, compares and deletes a file on the built-in local server. Its exit code is the tour's.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
. "$root/packaging/lib.sh"

has_display() { [ "$(uname)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

case "${1:-}" in
  --help) sed -n '3,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
  --check)
    say "project: $root"
    if has_display; then say "would open the window"; else say "no display: would take the tour"; fi
    exit 0 ;;
esac

install_deps
folder=$(build_folder run)
configure "$folder" -DCMAKE_BUILD_TYPE=Release -DODC_BUILD_TESTS=OFF
build "$folder" openai-data-console openai-data-server
console=$(program "$folder" openai-data-console)

if has_display; then
  exec "$console" "$@"
fi
tour=$(dirname "$folder")/tour
mkdir -p "$tour"
say "no display here (DISPLAY and WAYLAND_DISPLAY are not set): taking the tour, pictures go to $tour"
QT_QPA_PLATFORM=offscreen exec "$console" --tour "$tour" "$@"
