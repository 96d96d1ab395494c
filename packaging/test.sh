#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and runs every test, without a display. From any folder, as root or not.
# Ends with ctest's summary and exit code.
#
#   test.sh [ARGUMENT...]    arguments go to ctest, e.g. -R files
#   test.sh --check          says what it would do, and does nothing
#   test.sh --help           this text
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
. "$root/packaging/lib.sh"

case "${1:-}" in
  --help) sed -n '3,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
  --check)
    say "project: $root"
    say "would run the tests"
    exit 0 ;;
esac

# The keys and servers of the person who runs this are no business of the tests.
for name in $(compgen -e OPENAI_ || true); do unset "$name"; done
export QT_QPA_PLATFORM=offscreen

install_deps --tests
folder=$(build_folder test)
# Assertions stay on (Debug); -O1 because some tests hold the program to its time budgets. No debug information: it is
# four fifths of the 8 GB that all test programs together would take.
configure "$folder" -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O1 -DODC_BUILD_TESTS=ON
build "$folder"
say "testing"
# One more than there are cores usually: most tests wait for servers half of their time.
exec ctest --test-dir "$folder" --output-on-failure --no-tests=error -j3 "$@"
