import type { NodeConnections } from "../chain/connectNodes.ts";

/** Refuses, in a sentence, to start without a node: which chain it is decides whether the database fits. */
export async function assertNodeAnswers(
  nodes: Pick<NodeConnections, "send" | "endpoints">,
  urls: readonly string[],
): Promise<void> {
  const known = nodes.endpoints();
  const other = known.find(({ setAside }) => setAside?.startsWith("It serves chain "));
  if (other !== undefined)
    throw new Error(`The node at ${other.name} (RPC_URLS) is another chain's. ${other.setAside}`);
  try {
    await nodes.send("eth_chainId", []);
  } catch {
    const hosts = urls.map((url) => new URL(url).host);
    const [only = "", ...others] = hosts;
    const which =
      others.length === 0
        ? `The node at ${only} (RPC_URL) does not answer.`
        : `None of the nodes at ${hosts.join(", ")} (RPC_URLS) answers.`;
    throw new Error(`${which} Start it first.`);
  }
}
