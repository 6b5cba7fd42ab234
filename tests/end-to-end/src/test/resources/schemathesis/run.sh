#!/usr/bin/env bash
# Runs schemathesis in a virtual environment of its own: run.sh VENV OPTIONS. Ends with 75 where it can not be installed.
set -euo pipefail
version=4.32.5
venv=$1
shift
if ! "$venv/bin/st" --version 2> /dev/null | grep -qF "$version"; then
  { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet --disable-pip-version-check "schemathesis==$version"; } || exit 75
fi
exec "$venv/bin/st" "$@"
