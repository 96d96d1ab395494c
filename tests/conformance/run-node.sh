#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run-node.sh <source folder> <work folder> <test file> <contract>: installs the pinned packages into the work folder, never into
# the source tree, and runs one file of tests. Without node or the packages it says SKIPPED-TEST and ends well.
# ODC_CONTRACT in the environment is used instead of <contract>.
set -eu
source_dir=$1
work_dir=$2
test_file=$3
export ODC_CONTRACT="${ODC_CONTRACT:-$4}"

skip() {
  echo "SKIPPED-TEST: $1"
  exit 0
}

command -v node >/dev/null 2>&1 || skip "node is not installed"
command -v npm >/dev/null 2>&1 || skip "npm is not installed"
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' || skip "node is older than 20"

mkdir -p "$work_dir"
cp "$source_dir"/package.json "$source_dir"/package-lock.json "$source_dir"/.npmrc "$source_dir"/*.mjs "$work_dir"
cd "$work_dir"
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  npm ci --ignore-scripts >npm.log 2>&1 || skip "npm ci failed: $(tail -n 1 npm.log)"
  cp package-lock.json node_modules/.installed-lock
fi
node --test --test-reporter=spec "$test_file"
