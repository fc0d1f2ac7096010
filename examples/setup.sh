#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what building catex needs and is missing, and the further Debian
# packages named as arguments: sh examples/setup.sh [PACKAGE…]
# Where it may not or cannot install, it says what to install, and fails.
set -eu

have() { command -v "$1" >/dev/null 2>&1; }
has_header() { echo "#include <$1>" | cc -E - >/dev/null 2>&1; }
has_package() {
    dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q ' installed$'
}

# The Debian names of what is missing for the build.
missing_tools() {
    have cc || echo build-essential
    have meson || echo meson
    have ninja || echo ninja-build
    have pkg-config || echo pkg-config
}

missing_libraries() {
    pkg-config --exists libcmark 2>/dev/null || echo libcmark-dev
    pkg-config --exists 'jansson >= 2.11' 2>/dev/null || echo libjansson-dev
    pkg-config --exists libxml-2.0 2>/dev/null || echo libxml2-dev
    has_header csv.h || echo libcsv-dev
}

# What builds and tests can do without, though they do more with it.
missing_extras() {
    have apt-get || return 0
    pkg-config --exists libseccomp 2>/dev/null || echo libseccomp-dev
    for package in "$@"; do
        has_package "$package" || echo "$package"
    done
}

# apt-get as root, seen only if it fails.
apt() {
    command=$1
    shift
    log=$(mktemp)
    set -- env DEBIAN_FRONTEND=noninteractive apt-get "$command" -y -q \
        -o DPkg::Lock::Timeout=600 --no-install-recommends "$@"
    [ "$(id -u)" = 0 ] || set -- sudo "$@"
    status=0
    "$@" >"$log" 2>&1 || status=$?
    [ "$status" = 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$status"
}

may_install() {
    have apt-get || return 1
    [ "$(id -u)" = 0 ] && return 0
    have sudo || return 1
    [ -t 0 ] || sudo -n true 2>/dev/null
}

# A test that lacks its tool skips and says so; a build cannot.
install_extras() {
    apt install "$@" && return 0
    for package in "$@"; do
        apt install "$package" ||
            echo "setup: $package cannot be installed here" >&2
    done
}

say_how() {
    cat >&2 <<LINES
catex needs packages that this script cannot install here. Missing, by their
Debian names: $*
Run the line for your system, then start again:
  apt:    sudo apt-get install build-essential meson ninja-build pkg-config libcmark-dev libjansson-dev libxml2-dev libcsv-dev libseccomp-dev
  dnf:    sudo dnf install gcc meson ninja-build pkgconf-pkg-config cmark-devel jansson-devel libxml2-devel libcsv-devel libseccomp-devel
  pacman: sudo pacman -S --needed base-devel meson ninja pkgconf cmark jansson libxml2 libseccomp   (and libcsv)
  apk:    sudo apk add build-base meson ninja pkgconf cmark-dev jansson-dev libxml2-dev libseccomp-dev   (and libcsv)
  brew:   brew install meson ninja pkgconf cmark jansson libxml2 libcsv

libcsv may not be among your system's packages: Arch has it in the AUR.
LINES
    exit 1
}

missing() { { missing_tools; missing_libraries; } | tr '\n' ' '; }

build=$(missing)
extras=$(missing_extras "$@" | tr '\n' ' ')
if [ -n "$build$extras" ] && may_install; then
    echo "Installing with apt-get: $build$extras"
    apt update || true
    # shellcheck disable=SC2086 # lists of words
    [ -z "$build" ] || apt install $build || true
    # shellcheck disable=SC2086
    [ -z "$extras" ] || install_extras $extras
    build=$(missing)
elif [ -n "$extras" ]; then
    echo "setup: without root or sudo these are not installed: $extras" >&2
fi
[ -z "$build" ] || say_how "$build"
