# Sourced by script/start and script/test: stands in the checkout's own folder and refuses a Node that is too old.
cd "$(dirname "$0")/.." || exit 1

if ! command -v node >/dev/null 2>&1; then
  echo "Node is missing. Between Visits needs Node 20.19 or newer: https://nodejs.org/en/download" >&2
  exit 1
fi

node_version=$(node --version)
node_major=$(echo "${node_version#v}" | cut -d. -f1)
node_minor=$(echo "${node_version#v}" | cut -d. -f2)
if [ "$node_major" -lt 20 ] || { [ "$node_major" -eq 20 ] && [ "$node_minor" -lt 19 ]; }; then
  echo "Node $node_version is too old. Between Visits needs Node 20.19 or newer: https://nodejs.org/en/download" >&2
  exit 1
fi
