import type { BesuNetwork } from "./besuNetworkSchema.ts";

function call(url: string, method: string, parameters: readonly unknown[]): string {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: parameters });
  return `curl -s -H 'content-type: application/json' -d '${body}' ${url}`;
}

/** The page that goes with a network's files: how to start it, and what to compare before it is used. */
export function besuStartPage(network: BesuNetwork): string {
  const { chainId, genesisHash, validators, quorum, nodes, status } = network;
  const [first] = nodes;
  const readers = nodes.filter(({ role }) => role === "reader");
  const asked = (readers.length > 0 ? readers : nodes).map(({ rpcUrl }) => rpcUrl);
  const url = first?.rpcUrl ?? "";
  return `# A Besu network of ${validators.length} validators, chain ${chainId}

**${status}** Try it on machines of your own before a ledger depends on it. Besu 26.8 or newer.

Each folder goes to its node's machine, by a way that keeps \`key\` secret. Where there is no \`key\`, the node's owner made it:
put it there, or name a security module in \`config.toml\`.

## Start
A file in the folder is the whole configuration; Besu and the Java that its release names are needed, nothing else.

\`\`\`sh
${nodes.map(({ name }) => `(cd ${name} && besu --config-file=config.toml)`).join("\n")}
\`\`\`

## Before it is used
Block 0 must be ${genesisHash} on every node:

\`\`\`sh
${call(url, "eth_getBlockByNumber", ["0x0", false])}
\`\`\`

The validators must be these ${validators.length}, of whom ${quorum} seal a block: ${validators.join(", ")}.

\`\`\`sh
${call(url, "qbft_getValidatorsByBlockNumber", ["latest"])}
\`\`\`

## The ledger
By an account of the allow list, which needs no coin; \`npm run -s tally -- deploy --help\` shows the plan's form.

\`\`\`sh
npm run -s tally -- deploy --engine besu --rpc ${url} --plan plan.json --key FILE --out deployment.json
\`\`\`

## Gateways
\`\`\`sh
ENGINE=besu
RPC_URLS=${asked.join(",")}
MAX_IN_FLIGHT_PER_SIGNER=64
\`\`\`
The pool takes 3,000 transactions of one signer (0.15 of 20,000), so 64 is far from its limit.

## Changing it
- A validator joins or leaves when more than half of them vote within an epoch: \`qbft_proposeValidatorVote\` with its address and
  true or false, on each voter's own node.
- A member's account is added to \`accounts-allowlist\` of **every** node, then \`perm_reloadPermissionsFromFile\` on validators
  and a restart of readers. A list counts only for what its own node receives or proposes: the contracts are the fence.
- Nobody's gas price is bumped: free transactions are sent again with the same bytes.
`;
}
