#!/usr/bin/env bash
# Sets up, builds and runs every test. Last line: N passed, N failed, N skipped. Exit code 0 only when none failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./scripts/setup.sh
dotnet build AgentFunctions.sln --no-restore --nologo --verbosity quiet -clp:NoSummary

results="$(mktemp)"
trap 'rm -f "$results"' EXIT
status=0
dotnet test --solution AgentFunctions.sln --no-build --max-parallel-test-modules 1 --output Normal 2>&1 | tee "$results" || status=$?

count() { sed -n "s/^ *$1: *\([0-9][0-9]*\).*/\1/p" "$results" | tail -n 1; }
passed="$(count succeeded)" failed="$(count failed)" skipped="$(count skipped)"
if [ -z "$passed" ] || { [ "$status" -ne 0 ] && [ "${failed:-0}" -eq 0 ]; }; then
  echo "test: the run ended without a result, exit code $status" >&2
  failed=$((${failed:-0} + 1))
fi
if [ "${skipped:-0}" -gt 0 ]; then
  echo "test: $skipped SKIPPED, because an optional part is missing:" >&2
  grep -E '^ *skipped ' "$results" >&2 || true
fi
echo "${passed:-0} passed, ${failed:-0} failed, ${skipped:-0} skipped"
[ "${failed:-0}" -eq 0 ]
