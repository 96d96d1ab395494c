#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The AppStream data is valid, is about the desktop entry beside it, and knows the release that is being built.
set -euo pipefail
command -v appstreamcli >/dev/null || { echo "SKIPPED-TEST: appstreamcli is not installed"; exit 0; }
data=$(ls "$1"/packaging/linux/*.metainfo.xml)
appstreamcli validate --no-net --pedantic "$data"
entry=$(ls "$1"/packaging/linux/*.desktop)
grep -qF ">$(basename "$entry")</launchable>" "$data"
grep -qF "<release version=\"$2\"" "$data"
