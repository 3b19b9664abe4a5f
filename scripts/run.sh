#!/usr/bin/env bash
# Sets up and runs everything on this machine: Azurite, LocalCloud, the app with a seeded company. Serves until stopped.
#   APP_PORT (7071), LOCALCLOUD_PORT (7075), BLOB_PORT (10000), QUEUE_PORT (10001), TABLE_PORT (10002): where
#   DATA_DIR (.data): what is kept from one run to the next
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

app_port="${APP_PORT:-7071}" cloud_port="${LOCALCLOUD_PORT:-7075}"
blob_port="${BLOB_PORT:-10000}" queue_port="${QUEUE_PORT:-10001}" table_port="${TABLE_PORT:-10002}"
data="${DATA_DIR:-.data}"
mkdir -p "$data"
data="$(cd "$data" && pwd)"

say() { echo "run: $*" >&2; }

taken=()
for name in APP_PORT:$app_port LOCALCLOUD_PORT:$cloud_port BLOB_PORT:$blob_port QUEUE_PORT:$queue_port TABLE_PORT:$table_port; do
  if (exec 3<> "/dev/tcp/127.0.0.1/${name#*:}") 2> /dev/null; then
    taken+=("${name#*:} (move it with ${name%:*})")
  fi
done
if [ "${#taken[@]}" -gt 0 ]; then
  say "in use on 127.0.0.1: ${taken[*]}"
  exit 1
fi

./scripts/setup.sh
say "building"
# Analyzers are for those who change the code: scripts/test.sh runs them.
dotnet build src/AgentFunctions --configuration Release --no-restore --nologo --verbosity quiet -clp:ErrorsOnly -p:RunAnalyzers=false >&2

if [ ! -f "$data/checkpoint-key.pem" ]; then
  (umask 077 && node -e '
    const { privateKey } = require("crypto").generateKeyPairSync("ec", { namedCurve: "P-256" });
    process.stdout.write(privateKey.export({ type: "pkcs8", format: "pem" }));' > "$data/checkpoint-key.pem")
fi

children=()
stop() {
  trap - EXIT INT TERM
  # The app first: it seals its ledger streams while storage still answers.
  for ((i = ${#children[@]} - 1; i >= 0; i--)); do
    kill "${children[i]}" 2> /dev/null || continue
    wait "${children[i]}" 2> /dev/null || true
  done
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say "starting Azurite on $blob_port, $queue_port, $table_port (data in $data/azurite)"
.tools/node_modules/.bin/azurite --silent --disableTelemetry --skipApiVersionCheck --location "$data/azurite" \
  --blobPort "$blob_port" --queuePort "$queue_port" --tablePort "$table_port" > "$data/azurite.log" 2>&1 &
children+=($!)
for port in "$blob_port" "$table_port"; do
  until (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do
    kill -0 "${children[0]}" 2> /dev/null || { say "Azurite did not start, see $data/azurite.log"; exit 1; }
    sleep 0.2
  done
done

# Azurite's public development account.
storage="DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
storage="$storage;BlobEndpoint=http://127.0.0.1:$blob_port/devstoreaccount1;QueueEndpoint=http://127.0.0.1:$queue_port/devstoreaccount1;TableEndpoint=http://127.0.0.1:$table_port/devstoreaccount1;"
tenant="3f6d1c58-9a47-4b0e-8d25-71c0e94ab6d2"

export AGENTFUNCTIONS_URL="http://127.0.0.1:$app_port" LOCALCLOUD_URL="http://127.0.0.1:$cloud_port"
say "starting the app on $app_port with LocalCloud beside it on $cloud_port"
env \
  ASPNETCORE_HOSTINGSTARTUPASSEMBLIES=AgentFunctions.LocalCloud \
  ASPNETCORE_URLS="$AGENTFUNCTIONS_URL" \
  AzureWebJobsStorage="$storage" \
  Hosting__PublicBaseUrl="$AGENTFUNCTIONS_URL" \
  Ledger__CheckpointKeyPem="$(cat "$data/checkpoint-key.pem")" \
  Ledger__StreamEntries=1000 \
  LocalCloud__KeyFile="$data/issuer-key.pem" \
  LocalCloud__Url="$LOCALCLOUD_URL" \
  Logging__LogLevel__Default="${LOG_LEVEL:-Warning}" \
  Security__Issuers__0__Audiences__0=api://agentfunctions \
  Security__Issuers__0__Issuer="$LOCALCLOUD_URL/$tenant/v2.0" \
  Security__TenantId="$tenant" \
  Storage__ConnectionString="$storage" \
  dotnet src/AgentFunctions/bin/Release/net10.0/AgentFunctions.dll &
children+=($!)

for _ in $(seq 300); do
  kill -0 "${children[1]}" 2> /dev/null || { say "the app did not start"; exit 1; }
  if curl -fsS -o /dev/null "$AGENTFUNCTIONS_URL/health" 2> /dev/null; then
    healthy=yes
    break
  fi
  sleep 0.2
done
[ "${healthy:-}" = yes ] || { say "the app did not become healthy within a minute, see $data/azurite.log"; exit 1; }

./scripts/seed.sh examples/meridian-freight.json >&2
./scripts/ask.sh
say "serving on $AGENTFUNCTIONS_URL until stopped (Ctrl+C)"
wait "${children[1]}"
