# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run.sh and test.sh; sourced, never run.
# Expects: root, the project's folder.

say() { echo "${0##*/}: $*"; }

# Installs what is missing. On a system this cannot be done on, building is tried all the same: the libraries may have
# come another way, and configuring names what is missing.
install_deps() {
  bash "$root/packaging/install-deps.sh" "$@" || say "going on without; configuring will tell what is missing" >&2
}

# The build folder of that name: in the tree, or, where that cannot be written to (somebody else's, or made by root
# before), in the person's cache folder.
build_folder() {
  local folder=$root/build/$1
  if mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ] &&
    [ -z "$(find "$folder" -maxdepth 1 -type f ! -user "$(id -u)" 2>/dev/null | head -n 1)" ]; then
    echo "$folder"
    return
  fi
  folder=${XDG_CACHE_HOME:-$HOME/.cache}/openai-data-console/build/$1
  mkdir -p "$folder"
  echo "$folder"
}

# configure FOLDER OPTION...: once; afterwards the build itself notices what changed.
configure() {
  local folder=$1 wanted="$*"
  shift
  if [ -e "$folder/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
    say "the project has moved: configuring afresh"
    rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles"
  fi
  if [ -e "$folder/build.ninja" ] && [ "$(cat "$folder/odc-configured" 2>/dev/null)" = "$wanted" ]; then return 0; fi
  say "configuring $folder"
  cmake -S "$root" -B "$folder" -G Ninja "$@" >"$folder/configure.log" 2>&1 || {
    cat "$folder/configure.log" >&2
    return 1
  }
  echo "$wanted" >"$folder/odc-configured"
}

cores() { nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2; }

# build FOLDER [TARGET...]
build() {
  local folder=$1
  shift
  say "building in $folder"
  cmake --build "$folder" --parallel "$(cores)" ${1:+--target "$@"}
}

# program FOLDER NAME: path of a built program.
program() {
  local path
  for path in "$1/app/$2" "$1/app/localserver/$2" "$1/app/$2.app/Contents/MacOS/$2"; do
    if [ -f "$path" ] && [ -x "$path" ]; then echo "$path" && return 0; fi
  done
  say "$2 was not built" >&2
  return 1
}
