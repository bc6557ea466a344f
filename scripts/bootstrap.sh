#!/bin/sh
# Brings this machine to where the program can be run, checked or tested:
#
#     scripts/bootstrap.sh run | check | test
#
# System packages come through apt, as root or with a sudo that asks nothing; otherwise the line to
# type is printed. Python packages come from the lock, by hash, into .venv. What is there already is
# left alone, so that a second call needs no network.
set -eu
cd "$(dirname "$0")/.."

installed=.venv/installed # copies of what was installed last, to compare with

say() { printf '%s\n' "$*" >&2; }

has() { command -v "$1" >/dev/null 2>&1; }

# --- System packages ------------------------------------------------------------------------------

apt_install() {
    if ! has apt-get; then
        say "This machine has no apt. Install by its own means what Debian calls: $*"
        return 1
    elif [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif has sudo && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        say "Type this line, then try again:"
        say "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
        return 1
    fi
    say "Installing $*"
    # $as_root is empty or one word.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update </dev/null >&2 &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get -q install -y --no-install-recommends "$@" </dev/null >&2
}

fits() {
    "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# The locks are made with Python 3.11, so that one is taken where there are several.
find_python() {
    for candidate in python3.11 python3 python3.12 python3.13 python3.14; do
        if fits "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

has_library() { PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null | grep -q "$1"; }

has_chinese_font() { has fc-list && fc-list :lang=zh-cn family | grep -q .; }

has_postgresql() { has initdb || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }

has_chromium() { has chromium || has chromium-browser || has google-chrome; }

missing_for_pdf() {
    has_library libpango-1.0.so.0 || printf 'libpango-1.0-0 '
    has_library libpangoft2-1.0.so.0 || printf 'libpangoft2-1.0-0 '
    has_chinese_font || printf 'fontconfig fonts-noto-cjk '
}

missing_for_tests() {
    missing_for_pdf
    has_chromium || printf 'chromium '
    has_postgresql || printf 'postgresql '
}

# --- Python packages ------------------------------------------------------------------------------

is_current() { cmp -s "$1" "$installed/$1"; }

remember() {
    mkdir -p "$installed"
    cp "$1" "$installed/$1"
}

make_environment() {
    if fits .venv/bin/python && [ -x .venv/bin/pip ]; then
        return
    fi
    if ! python=$(find_python); then
        apt_install python3 python3-venv
        if ! python=$(find_python); then
            say "Python 3.11 or newer is needed, with its module venv."
            return 1
        fi
    fi
    say "Making .venv with $python"
    "$python" -m venv --clear .venv
}

install_lock() {
    if is_current "$1"; then
        return
    fi
    say "Installing the packages of $1"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --only-binary :all: --require-hashes --requirement "$1"
    remember "$1"
}

install_program() {
    if is_current setup.cfg && is_current pyproject.toml && [ -x .venv/bin/screening ]; then
        return
    fi
    say "Installing the program"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --no-index --no-deps --no-build-isolation --editable .
    remember setup.cfg
    remember pyproject.toml
}

# --------------------------------------------------------------------------------------------------

case "${1:-}" in
run)
    make_environment
    # Asked for once: without it everything works but PDF files, and the pages say so.
    if ! is_current requirements.lock; then
        packages=$(missing_for_pdf)
        # shellcheck disable=SC2086 # names of packages, to be split
        [ -z "$packages" ] || apt_install $packages || say "Going on without PDF files."
    fi
    install_lock requirements.lock
    ;;
check)
    make_environment
    install_lock requirements-test.lock
    ;;
test)
    make_environment
    packages=$(missing_for_tests)
    # shellcheck disable=SC2086 # names of packages, to be split
    [ -z "$packages" ] || apt_install $packages
    install_lock requirements-test.lock
    ;;
*)
    say "usage: scripts/bootstrap.sh run | check | test"
    exit 2
    ;;
esac
install_program
