# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./run and ./test from the top of the tree: packages, configure, build.

say() { printf 'greensward: %s\n' "$*"; }
complain() { printf 'greensward: %s\n' "$*" >&2; }

# The entries of the given groups of scripts/packages.txt, one a line, alternatives as "a|b".
package_entries() {
  local groups=" $* "
  awk -v groups="$groups" '
    /^#/ || /^[[:space:]]*$/ { next }
    /^\[/ { wanted = index(groups, " " substr($0, 2, length($0) - 2) " "); next }
    wanted { gsub(/[[:space:]]/, ""); print }' scripts/packages.txt
}

# Those entries of which no alternative is installed.
missing_entries() {
  local entries installed
  entries=$(package_entries "$@")
  installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' $(tr '|' '\n' <<<"$entries") 2>/dev/null |
    awk '$1 == "ii" { print $2 }')
  awk -F'|' 'NR == FNR { have[$0] = 1; next }
    { for (i = 1; i <= NF; i++) if ($i in have) next; print }' <(printf '%s\n' "$installed") - <<<"$entries"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# True when apt has a version of the package to install.
has_candidate() {
  [[ $(apt-cache policy "$1" 2>/dev/null) == *"Candidate: "[!\(]* ]]
}

# Of each entry the first alternative that apt can install; otherwise the first that it cannot, and status 1.
installable() {
  local entry name found
  while read -r entry; do
    found=
    for name in ${entry//|/ }; do
      if has_candidate "$name"; then found=$name; break; fi
    done
    [ -n "$found" ] || { printf '%s\n' "$entry"; return 1; }
    printf '%s\n' "$found"
  done
}

# Set once packages were installed: what CMake did not find before may be there now.
new_packages=

# Installs what is missing of the given groups. On systems without apt it checks nothing: configuring finds out.
install_packages() {
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || return 0
  local missing names
  missing=$(missing_entries "$@")
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    complain "these packages are missing and there is no sudo to install them; as root: apt-get install" \
      $(sed 's/|.*//' <<<"$missing")
    return 1
  fi
  say "installing" $(sed 's/|.*//' <<<"$missing")
  if ! names=$(installable <<<"$missing"); then
    say "asking the package archive what it has (apt-get update)"
    as_root apt-get update -qq || return 1
    if ! names=$(installable <<<"$missing"); then
      complain "this system's archive does not have" "$(tail -n 1 <<<"$names")" "(Debian 12 does)"
      return 1
    fi
  fi
  # Lists that are older than the archive name files that are gone: then, once, update and try again.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $names >build/apt.log 2>&1 ||
    { as_root apt-get update -qq &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $names >build/apt.log 2>&1; } ||
    { tail -n 5 build/apt.log >&2; complain "apt-get could not install the packages; its words are in build/apt.log"; return 1; }
  new_packages=yes
}

name_the_parts() {
  complain "Greensward is built from: a C++20 compiler (GCC 12 or newer), CMake 3.25, Ninja, pkg-config, Boost 1.81 (headers, JSON)," \
    "OpenSSL 3, SQLite 3, SQLiteCpp, CLI11, fmt, spdlog, tl-expected, GoogleTest, Google Benchmark, Qt 6.4 (Widgets, Svg, Test," \
    "Linguist tools) and QCustomPlot built for Qt 6. Install what the message above misses, then start this again."
}

# As many compilers at once as there are processors, but not more than memory holds (about 1.5 GiB each).
build_jobs() {
  local processors fits
  processors=$(nproc 2>/dev/null || echo 2)
  fits=$(awk '/^MemAvailable:/ { print int($2 / 1572864) }' /proc/meminfo 2>/dev/null)
  [ -n "$fits" ] && [ "$fits" -ge 1 ] || fits=1
  echo $((processors < fits ? processors : fits))
}

# build_release [TARGET…]: configures when needed, then builds the preset; without targets, everything.
build_release() {
  local tree=build/release
  for tool in cmake ninja; do
    command -v "$tool" >/dev/null || { complain "$tool is not installed."; name_the_parts; return 1; }
  done
  if [ -n "$new_packages" ] || [ ! -f $tree/build.ninja ] || [ CMakePresets.json -nt $tree/build.ninja ]; then
    say "configuring ($tree)"
    cmake --preset release >build/configure.log 2>&1 ||
      { grep -A 12 'CMake Error' build/configure.log >&2 || tail -n 20 build/configure.log >&2
        command -v apt-get >/dev/null || name_the_parts
        complain "configuring failed; all of it is in build/configure.log"; return 1; }
  fi
  say "building"
  cmake --build --preset release -j "$(build_jobs)" ${1:+--target "$@"} || { complain "the build failed"; return 1; }
}
