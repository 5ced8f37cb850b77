import { type AuditAnchor, auditLogSubject } from "@tallystick/sdk";
import { JsonRpcProvider, toBeHex, zeroPadValue } from "ethers";
import { DocumentAnchorsFactory } from "../../sdk/contracts/documentAnchorsFactory.ts";

/** Where anchors of a log are looked for. */
export type AnchoredRootsParameters = {
  /** A node of one's own. */
  readonly rpc: string;
  readonly chainId: number;
  /** Address of the ledger's contract. */
  readonly documentAnchors: string;
  readonly log: string;
  /** Members that may anchor it; what others say of the log doesn't count. */
  readonly members: readonly number[];
};

/** Roots of an audit log that lie on the ledger, asked from a node by JSON-RPC. */
export async function anchoredRoots(parameters: AnchoredRootsParameters): Promise<AuditAnchor[]> {
  const { rpc, chainId, documentAnchors, log, members } = parameters;
  const provider = new JsonRpcProvider(rpc, chainId, { staticNetwork: true });
  try {
    const served = Number(await provider.send("eth_chainId", []));
    if (served !== chainId)
      throw new Error(
        `The node serves chain ${served}, but the log is anchored on chain ${chainId}.`,
      );
    const factory = DocumentAnchorsFactory.createInterface();
    const topics = [
      factory.getEvent("Anchored").topicHash,
      null,
      members.map((member) => zeroPadValue(toBeHex(member), 32)),
      auditLogSubject(log),
    ];
    const logs = await provider.getLogs({ address: documentAnchors, fromBlock: 0, topics });
    return logs.map((each) => {
      const { root, count } = factory.decodeEventLog("Anchored", each.data, each.topics);
      return { root: String(root), size: Number(count) };
    });
  } finally {
    provider.destroy();
  }
}
