import type { Rpc } from "../../../gateway/chain/rpc.ts";
import { wireLog } from "../../../gateway/chain/wireLog.ts";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";

/** How often each text was noted, as the chain itself has it. */
export async function noteTexts(rpc: Rpc, ledger: Ledger): Promise<Map<string, number>> {
  const [notebook] = ledger.contracts;
  if (notebook === undefined) throw new Error("no notebook");
  const filter = { address: notebook.address, fromBlock: "0x0", toBlock: "latest" };
  const logs = wireLog.array().parse(await rpc.send("eth_getLogs", [filter]));
  const counts = new Map<string, number>();
  for (const { topics, data } of logs) {
    const [, , text] = notebook.interface.decodeEventLog("Noted", data, topics);
    counts.set(String(text), (counts.get(String(text)) ?? 0) + 1);
  }
  return counts;
}
