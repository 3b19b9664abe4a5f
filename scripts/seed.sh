#!/usr/bin/env bash
# Fills the app from a JSON file: seed.sh FILE. Safe to repeat: what is there already stays as it is.
#   AGENTFUNCTIONS_URL  the app (default http://127.0.0.1:7071)
#   SEED_TOKEN          an access token; without it LocalCloud is asked for one
#   LOCALCLOUD_URL      LocalCloud (default http://127.0.0.1:7075)
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
if ! command -v node > /dev/null; then
  echo "seed: node is needed (20 or later), as for Azurite" >&2
  exit 1
fi
if [ "$#" -ne 1 ]; then
  echo "usage: seed.sh FILE" >&2
  exit 2
fi
exec node "$here/seed/seed.mjs" "$1"
