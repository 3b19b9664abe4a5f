#!/usr/bin/env bash
# Verifies the ledger of a running app from its signed checkpoints, page by page, and prints what was found.
#
# Usage: scripts/verify-ledger.sh [URL]        the app, default http://127.0.0.1:7071
#
#   LEDGER_TOKEN    a bearer token with the role Audit.Read
#   LOCALCLOUD_URL  where there is no such token: ask this issuer for one
#
# Exit code 0: intact; 1: broken, the report says where; 2: it could not be checked.
set -euo pipefail

url="${1:-http://127.0.0.1:7071}"
url="${url%/}"

cannot() {
    echo "not checked: $*" >&2
    exit 2
}

command -v curl >/dev/null || cannot "curl is not installed"
command -v jq >/dev/null || cannot "jq is not installed"

token="${LEDGER_TOKEN:-}"
if [[ -z "$token" ]]; then
    [[ -n "${LOCALCLOUD_URL:-}" ]] || cannot "set LEDGER_TOKEN, or LOCALCLOUD_URL to ask for a token"
    answer="$(curl --silent --show-error --fail --max-time 10 "${LOCALCLOUD_URL%/}/local/token" \
        --data-urlencode client_id=verify-ledger --data-urlencode roles=Audit.Read)" || cannot "no token from $LOCALCLOUD_URL"
    token="$(jq --exit-status --raw-output .access_token <<<"$answer")" || cannot "no token in the answer of $LOCALCLOUD_URL"
fi

# By a file that only this user reads: arguments of a process are seen by all.
headers="$(mktemp)"
trap 'rm -f "$headers"' EXIT
printf 'Authorization: Bearer %s\n' "$token" >"$headers"

checkpoints=0
entries=0
next=/ledger/verification
while [[ -n "$next" ]]; do
    report="$(curl --silent --show-error --max-time 230 --header "@$headers" --header 'Accept: application/json' "$url$next")" \
        || cannot "no answer from $url"
    outcome="$(jq --raw-output 'if type == "object" then .outcome // empty else empty end' <<<"$report" 2>/dev/null)" || cannot "the answer is not json"
    case "$outcome" in
        intact) ;;
        broken)
            jq . <<<"$report"
            jq --raw-output '"broken: stream \(.break.stream), sequence \(.break.sequence): \(.break.kind)"' <<<"$report"
            exit 1
            ;;
        *) cannot "$(jq --raw-output '"\(.status) \(.code)"' <<<"$report")" ;;
    esac
    checkpoints=$((checkpoints + $(jq .checkpoints <<<"$report")))
    entries=$((entries + $(jq .entries <<<"$report")))
    following="$(jq --raw-output '.next // empty' <<<"$report")"
    [[ "$following" != "$next" ]] || cannot "the answer leads nowhere"
    next="$following"
done

jq .unanchored <<<"$report"
echo "intact: $checkpoints checkpoints, $entries entries; not anchored yet: $(jq '.unanchored.streams | length' <<<"$report") streams since checkpoint $(jq .unanchored.checkpoint <<<"$report")"
