#!/usr/bin/env bash
# Lets the managed identity sign in as the Entra app. Repeating it changes nothing.
# Usage: federated-credential.sh <Entra app client id> <tenant id> <object id of the managed identity>
set -euo pipefail

if [ "$#" -ne 3 ]; then
  echo "Usage: federated-credential.sh <Entra app client id> <tenant id> <object id of the managed identity>" >&2
  exit 2
fi

readonly app_id="$1" tenant_id="$2" principal_id="$3" name="briefing-desk-managed-identity"
readonly credential="{
  \"name\": \"${name}\",
  \"issuer\": \"https://login.microsoftonline.com/${tenant_id}/v2.0\",
  \"subject\": \"${principal_id}\",
  \"audiences\": [\"api://AzureADTokenExchange\"],
  \"description\": \"The bot's managed identity vouches for this app\"
}"

if az ad app federated-credential show --id "$app_id" --federated-credential-id "$name" --output none 2>/dev/null; then
  az ad app federated-credential update --id "$app_id" --federated-credential-id "$name" --parameters "$credential"
else
  az ad app federated-credential create --id "$app_id" --parameters "$credential"
fi
