#!/usr/bin/env bash
# Static analysis of contracts/ by slither, in its own Python environment. Any finding fails; one that is
# meant carries `// slither-disable-next-line DETECTOR` and its reason in the source.
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

# timestamp: flags every read of the packed word and every due day; block time is the ledger's clock by design.
exec "$venv/bin/slither" . --config-file .slither.json
