#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Is the whole suite green with g++ 14 and Catch2 3? In a Debian 13 root of its own, made by debootstrap:
#
#   tests/house/debian13.sh [--folder <root>] [--mirror <URL>] [ctest options...]
#
# The root stands in --folder (default: shapeproof-debian13 in $XDG_CACHE_HOME, else in /var/tmp) and is used again by the
# next run, with its build tree. Packages come from where this machine's apt takes its own. Without root, Debian or a
# network there is nothing to run: it says so and ends well.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
root=${XDG_CACHE_HOME:-/var/tmp}/shapeproof-debian13
mirror=
while [ $# -gt 0 ]; do
  case $1 in
    --folder) root=$2; shift 2 ;;
    --mirror) mirror=$2; shift 2 ;;
    *) break ;;
  esac
done
jobs=$(nproc)
packages=(g++ cmake ninja-build python3 libboost-dev libeigen3-dev catch2 zlib1g-dev libpng-dev libjpeg-dev libdnnl-dev
  pkg-config)

say() { printf '\n== Debian 13: %s\n' "$*"; }
skip() { echo "SKIPPED: the suite was not run on Debian 13: $*"; exit 0; }

# The first Debian archive among apt's sources, in either of their two notations.
first_mirror() {
  { cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null || true; } |
    sed -nE 's@^(URIs:|deb( \[[^]]*\])?)[[:space:]]+((https?|file)://[^[:space:]]*/debian)/?([[:space:]].*)?$@\3@p' | head -n 1
}

install_debootstrap() {
  command -v debootstrap >/dev/null && return
  command -v apt-get >/dev/null || skip "there is no debootstrap"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap; } \
    </dev/null >/dev/null 2>&1 || skip "debootstrap cannot be installed"
}

# Runs a command inside, with mounts that end with it.
inside() {
  # shellcheck disable=SC2016  # the inner shell expands it
  unshare --mount bash -euc '
    mount -t proc proc "$0/proc"
    mount --rbind /dev "$0/dev"
    exec chroot "$0" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"' \
    "$root" "$@"
}

make_root() {
  local log=$root.log
  [ -n "$mirror" ] || mirror=$(first_mirror)
  [ -n "$mirror" ] || skip "apt's sources name no Debian archive; --mirror <URL> does"
  install_debootstrap
  say "making a root in $root"
  rm -rf "$root" "$log"
  mkdir -p "$root"
  debootstrap --variant=minbase trixie "$root" "$mirror" >"$log" 2>&1 ||
    { tail -n 5 "$log"; skip "debootstrap failed (all it said: $log)"; }
  echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/faster"
  # apt reaches the archive as it does outside.
  apt-config dump | grep '^Acquire::' >"$root/etc/apt/apt.conf.d/99outside" || true
  cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
  { inside apt-get update -qq && inside apt-get install -y -qq --no-install-recommends "${packages[@]}"; } \
    </dev/null >>"$log" 2>&1 || { tail -n 5 "$log"; skip "packages cannot be installed (all it said: $log)"; }
  touch "$root/complete"
}

# Files keep their times, so that only what changed is built again.
copy_checkout() {
  local copy=$root/shapeproof
  mkdir -p "$copy"
  find "$copy" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
  tar -C "$here" --exclude='./build*' --exclude='./install*' --exclude=./.git -cf - . |
    tar -C "$copy" --no-same-owner -xf -
}

[ "$(id -u)" -eq 0 ] || skip "that takes root"
[ "$(uname -s)" = Linux ] || skip "that takes Linux"
unshare --mount true 2>/dev/null || skip "this machine lets nobody mount"
[ -e "$root/complete" ] || make_root
copy_checkout
say "$(inside g++ --version | head -n 1), Catch2 $(inside dpkg-query -W -f '${Version}' catch2)"
inside sh -euc '
  cd /shapeproof
  cmake --preset gcc >/dev/null
  cmake --build build/gcc --parallel "$0" -- -k 0
  exec ctest --test-dir build/gcc --parallel "$0" --output-on-failure --no-tests=error "$@"' "$jobs" "$@"
