#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package: what is in it, what it asks for, and that what it brings starts from where it was unpacked.
# packaging/check-deb.sh installs one for real.
set -euo pipefail
build=$2
version=$3
fail() { echo "FAIL: $*"; exit 1; }
for tool in dpkg-deb dpkg-shlibdeps file cpack; do
  command -v "$tool" >/dev/null || { echo "SKIPPED-TEST: $tool is not installed"; exit 0; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Sanitised programs cannot be stripped and checked in a sensible way; their packages are nobody's business.
if grep -q '^ODC_SANITIZE:STRING=.' "$build/CMakeCache.txt"; then
  echo "SKIPPED-TEST: a build with sanitizers is not packaged"
  exit 0
fi
cpack -G DEB --config "$build/CPackConfig.cmake" -B "$scratch/out" >"$scratch/log" 2>&1 || { cat "$scratch/log"; fail cpack; }
deb=$(ls "$scratch"/out/*.deb)

field() { dpkg-deb -f "$deb" "$1"; }
[ "$(field Package)" = openai-data-console ] || fail "Package: $(field Package)"
[ "$(field Version)" = "$version" ] || fail "Version: $(field Version)"
[ -n "$(field Maintainer)" ] && [ -n "$(field Section)" ] && [ -n "$(field Description)" ] || fail "a field is empty"
field Description | grep -qE '^  ' && fail "the description is not flowing text"
depends=$(field Depends)
for package in libqt6widgets6 libqt6network6 libqt6keychain1 libqt6sql6-sqlite libqt6svg6 libsecret-1-0; do
  # Debian 13 appends t64 to some.
  grep -qE "(^|, )$package(t64)?( |,|\$)" <<<"$depends" || fail "Depends has no $package: $depends"
done

dpkg-deb -x "$deb" "$scratch/root"
(cd "$scratch/root" && find . -type f | sed 's|^\./||' | sort) >"$scratch/files"
id=io.github.openai_data_console.console
sort >"$scratch/wanted" <<FILES
usr/bin/openai-data-console
usr/bin/openai-data-server
usr/lib/openai-data-console/odc-local-server.so
usr/share/applications/$id.desktop
usr/share/doc/openai-data-console/copyright
usr/share/icons/hicolor/scalable/apps/openai-data-console.svg
usr/share/man/man1/openai-data-console.1
usr/share/man/man1/openai-data-server.1
usr/share/metainfo/$id.metainfo.xml
FILES
diff "$scratch/wanted" "$scratch/files" || fail "the package holds other files than it should"

export HOME=$scratch/home QT_QPA_PLATFORM=offscreen
mkdir "$HOME"
for program in openai-data-console openai-data-server; do
  path=$scratch/root/usr/bin/$program
  if readelf -d "$path" | grep -qE 'R(UN)?PATH'; then fail "$program looks for libraries where it was built"; fi
  "$path" --version | grep -qF "$version" || fail "$program --version"
done
# The part that is loaded when a Local profile is opened is found from there too.
"$scratch/root/usr/bin/openai-data-console" --tour "$scratch/tour" >"$scratch/tour.log" 2>&1 || { tail -5 "$scratch/tour.log"; fail "the tour of the unpacked program"; }
