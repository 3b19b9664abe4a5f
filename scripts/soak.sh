#!/usr/bin/env bash
# Runs the long tests in full: rights withdrawn across two processes, kills under load, storage that fails in every way.
# Sizes: SOAK_REVOCATIONS, SOAK_ASKERS, SOAK_KILLS, SOAK_COMMITS, SOAK_FAULTS (`full` or anything else for a quarter of them).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export SOAK_REVOCATIONS="${SOAK_REVOCATIONS:-1000}"
export SOAK_ASKERS="${SOAK_ASKERS:-4}"
export SOAK_KILLS="${SOAK_KILLS:-20}"
export SOAK_COMMITS="${SOAK_COMMITS:-20}"
export SOAK_FAULTS="${SOAK_FAULTS:-full}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1

echo "$SOAK_REVOCATIONS withdrawals, $SOAK_KILLS kills, $SOAK_COMMITS mistreated commits each way, faults: $SOAK_FAULTS"
dotnet build tests/AgentFunctions.Soak --nologo -v q
dotnet build tests/AgentFunctions.Tests --nologo -v q
dotnet run --no-build --project tests/AgentFunctions.Soak -- -showLiveOutput
dotnet run --no-build --project tests/AgentFunctions.Tests -- -class AgentFunctions.Tests.Decisions.DecisionFaultTests -showLiveOutput
