#!/usr/bin/env bash
# Static analysis of contracts/ by slither, in its own Python environment. Any finding fails but those that
# slitherAccepted.ts lists with a reason.
set -euo pipefail
cd "$(dirname "$0")/../.."

venv=.venv-slither
if [ ! -x "$venv/bin/slither" ]; then
  rm -rf "$venv" && python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check slither-analyzer==0.11.6 crytic-compile==0.4.2
fi

# slither fails on build information that holds tests, so it gets a build of its own.
export TALLYSTICK_BUILD=cache-slither
rm -rf "$TALLYSTICK_BUILD"
hardhat build --no-tests --no-typechain

"$venv/bin/slither" . --config-file .slither.json --json "$TALLYSTICK_BUILD/slither.json" \
  >"$TALLYSTICK_BUILD/slither.log" 2>&1 || { cat "$TALLYSTICK_BUILD/slither.log"; exit 1; }
exec node --import tsx scripts/test/slitherFindings.ts "$TALLYSTICK_BUILD/slither.json"
