#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The scripts parse, find their project from any folder (and through a link), and report a failure.
set -euo pipefail
root=$(cd "$1" && pwd -P)
fail() { echo "FAIL: $*"; exit 1; }
for script in "$root"/packaging/*.sh "$root"/.ci/run "$root"/tests/packaging/*.sh; do bash -n "$script"; done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
ln -s "$root" "$scratch/a link with spaces"
for script in run test; do
  for way in "$root" "$scratch/a link with spaces"; do
    answer=$(cd / && bash "$way/packaging/$script.sh" --check)
    grep -qxF "$script.sh: project: $root" <<<"$answer" || fail "$script.sh does not find its project: $answer"
  done
  (cd / && bash "$root/packaging/$script.sh" --help) | grep -q "^  $script.sh" || fail "$script.sh --help"
done
for script in install-deps update-translations check-deb; do
  (cd / && bash "$root/packaging/$script.sh" --help) | grep -q "^  $script.sh" || fail "$script.sh --help"
done

answer=$(env -u DISPLAY -u WAYLAND_DISPLAY bash "$root/packaging/run.sh" --check)
if [ "$(uname)" != Darwin ]; then
  grep -q 'would take the tour' <<<"$answer" || fail "run.sh without a display: $answer"
  answer=$(DISPLAY=:7 bash "$root/packaging/run.sh" --check)
fi
grep -q 'would open the window' <<<"$answer" || fail "run.sh with a display: $answer"

# A project that does not configure, build or pass must not look like success. The copy has a project of its own, and a
# cmake and an install-deps.sh that touch nothing.
mkdir -p "$scratch/copy/packaging"
cp "$root"/packaging/{run,test,lib}.sh "$scratch/copy/packaging/"
echo 'exit 0' >"$scratch/copy/packaging/install-deps.sh"
cat >"$scratch/copy/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.22)
project(copy LANGUAGES NONE)
set(step "$ENV{ODC_TEST_FAILS}")
if(step STREQUAL "configure")
  message(FATAL_ERROR "as asked")
endif()
if(step STREQUAL "build")
  add_custom_target(broken ALL COMMAND false)
endif()
enable_testing()
if(step STREQUAL "test")
  add_test(NAME passes COMMAND true)
  add_test(NAME breaks COMMAND false)
elseif(NOT step STREQUAL "none")
  add_test(NAME clean COMMAND sh -c "test -z \"$OPENAI_API_KEY\" && test \"$QT_QPA_PLATFORM\" = offscreen")
endif()
CMAKE
command -v ninja >/dev/null || { echo "SKIPPED-TEST: ninja is not installed"; exit 0; }
for step in configure build test none; do
  rm -rf "$scratch/copy/build"
  if ODC_TEST_FAILS=$step bash "$scratch/copy/packaging/test.sh" >"$scratch/log" 2>&1; then
    cat "$scratch/log"
    fail "test.sh hides a failing step: $step"
  fi
done
rm -rf "$scratch/copy/build"
ODC_TEST_FAILS='' OPENAI_API_KEY=sk-stray bash "$scratch/copy/packaging/test.sh" >"$scratch/log" 2>&1 ||
  { cat "$scratch/log"; fail "test.sh fails on a good project"; }
grep -q '100% tests passed' "$scratch/log" || fail "test.sh does not end with the summary"
