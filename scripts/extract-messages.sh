#!/bin/sh
# Writes every sentence to be translated into one template:
#
#     scripts/extract-messages.sh FILE.pot
set -eu
cd "$(dirname "$0")/.."

exec .venv/bin/pybabel --quiet extract --mapping-file pyproject.toml --keywords lazy_gettext \
    --keywords lazy_ngettext:1,2 --keywords InvalidInput:3 --add-location file --sort-by-file --omit-header \
    --output-file "$1" .
