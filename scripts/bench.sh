#!/usr/bin/env bash
# Measures: Decide by itself, decisions over HTTP beside the plain Azure SDK, on storage that answers at once, memory.
# Markdown on stdout. bench/README.md says what each table means and what is aimed at.
#   BENCH_PARTS ("decide http stub stages memory")  what to measure; `decide` is BenchmarkDotNet
#   BENCH_AGENTS (1000), BENCH_ROUNDS (3), BENCH_SECONDS (3)  agents registered, rounds a row, seconds a round
#   BENCH_MEMORY_DECISIONS (1000000)  decisions before memory is read for the last time
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { echo "bench: $*" >&2; }

export BENCH_PARTS="${BENCH_PARTS:-decide http stub stages memory}" BENCH_MEMORY_DECISIONS="${BENCH_MEMORY_DECISIONS:-1000000}"
./scripts/setup.sh
say "building"
for project in Benchmarks LoadBench; do
  dotnet build "bench/AgentFunctions.$project" --configuration Release --no-restore --nologo --verbosity quiet -clp:ErrorsOnly -p:RunAnalyzers=false >&2
done

echo "Machine: $(nproc) cores, load average before: $(cut -d ' ' -f 1-3 /proc/loadavg)."

if [[ " $BENCH_PARTS " == *" decide "* ]]; then
  say "Decide, with BenchmarkDotNet"
  dotnet bench/AgentFunctions.Benchmarks/bin/Release/net10.0/AgentFunctions.Benchmarks.dll \
    --filter '*' --artifacts BenchmarkDotNet.Artifacts --exporters github >&2
  printf '\n### (a) Decide\n\n'
  cat BenchmarkDotNet.Artifacts/results/*-github.md
fi

if [[ " $BENCH_PARTS " =~ \ (http|stub|stages|memory)\  ]]; then
  data="$(mktemp -d)"
  .tools/node_modules/.bin/azurite --silent --disableTelemetry --skipApiVersionCheck --location "$data" \
    --blobPort 0 --queuePort 0 --tablePort 0 > "$data/azurite.log" 2>&1 &
  azurite=$!
  trap 'kill "$azurite" 2> /dev/null; wait "$azurite" 2> /dev/null || true; rm -rf "$data"' EXIT
  until [ "$(grep -c 'successfully listening' "$data/azurite.log")" -eq 3 ]; do
    kill -0 "$azurite" 2> /dev/null || { say "Azurite did not start: $(cat "$data/azurite.log")"; exit 1; }
    sleep 0.2
  done
  endpoint() { echo "${1}Endpoint=$(sed -n "s/.*$1 service is successfully listening at \(.*\)/\1/p" "$data/azurite.log")/devstoreaccount1;"; }
  # Azurite's public development account.
  BENCH_STORAGE="DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;$(endpoint Blob)$(endpoint Queue)$(endpoint Table)"
  export BENCH_STORAGE
  say "load, with Azurite in $data"
  bench/AgentFunctions.LoadBench/bin/Release/net10.0/AgentFunctions.LoadBench
fi
echo
echo "Load average after: $(cut -d ' ' -f 1-3 /proc/loadavg)."
