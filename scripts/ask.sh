#!/usr/bin/env bash
# Asks the running app three questions about the example company and prints each with its reply: allow, challenge, deny.
#   AGENTFUNCTIONS_URL (http://127.0.0.1:7071), LOCALCLOUD_URL (http://127.0.0.1:7075)
set -euo pipefail

app="${AGENTFUNCTIONS_URL:-http://127.0.0.1:7071}" cloud="${LOCALCLOUD_URL:-http://127.0.0.1:7075}"

token="$(curl -fsS "$cloud/local/token" -d client_id=tool-gateway -d roles=Decisions.Ask | sed 's/.*"access_token":"\([^"]*\)".*/\1/')"

ask() {
  printf '\nPOST %s/access/v1/evaluation\n%s\n' "$app" "$1"
  curl -fsS "$app/access/v1/evaluation" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d "$1" \
    | node -e 'process.stdout.write(JSON.stringify(JSON.parse(require("fs").readFileSync(0)), null, 2) + "\n")'
}

# allow: within what the agent was granted and Ada lent it
ask '{"subject":{"type":"user","id":"ada.lovelace","properties":{"act":{"sub":"freight-assistant"}}},"action":{"name":"read"},"resource":{"type":"tool","id":"shipments.search"}}'
# challenge: the payment is larger than the agent may make without its owner
ask '{"subject":{"type":"agent","id":"invoice-agent"},"action":{"name":"invoke","properties":{"amount":18200,"country":"NL","arguments":{"invoice":"INV-2041","amount":18200}}},"resource":{"type":"tool","id":"payments.create"}}'
# deny: no one may let an agent export the customer database
ask '{"subject":{"type":"agent","id":"freight-assistant"},"action":{"name":"export"},"resource":{"type":"database","id":"customers"}}'
