#!/usr/bin/env bash
# Installs what the other scripts need: Node.js (from apt, where root), Azurite (from npm, into .tools) and the NuGet packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { echo "setup: $*" >&2; }

if ! command -v dotnet > /dev/null; then
  say "the .NET SDK is needed, version $(sed -n 's/.*"version": "\(.*\)".*/\1/p' global.json) or later: https://dotnet.microsoft.com/download"
  exit 1
fi

if ! command -v npm > /dev/null; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
    say "Node.js 20 or later with npm is needed, and can be installed here only by root with apt"
    exit 1
  fi
  say "installing Node.js from apt"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq nodejs npm > /dev/null
fi

# The lock file is the stamp: a new one, or none installed, installs again.
if ! cmp -s .tools/package-lock.json .tools/node_modules/.installed; then
  say "installing Azurite from npm into .tools"
  npm ci --prefix .tools --no-audit --no-fund --loglevel=error >&2
  cp .tools/package-lock.json .tools/node_modules/.installed
fi

say "restoring NuGet packages"
dotnet restore AgentFunctions.sln --verbosity quiet >&2
