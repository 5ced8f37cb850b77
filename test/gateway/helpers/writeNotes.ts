import { Wallet } from "ethers";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import type { TestChain } from "./startAnvil.ts";
import { untilUsed } from "./untilUsed.ts";

/** Writes notes directly to the chain, of members 1 to 3 in turn; answers the head afterwards. */
export async function writeNotes(
  chain: TestChain,
  ledger: Ledger,
  count: number,
  text = "note",
): Promise<number> {
  const { rpc, chainId } = chain;
  const [notebook] = ledger.contracts;
  if (notebook === undefined) throw new Error("no notebook");
  const writer = Wallet.createRandom();
  for (let nonce = 0; nonce < count; nonce++) {
    const parameters = [(nonce % 3) + 1, `${text} ${nonce}`, `0x${"00".repeat(32)}`];
    const data = notebook.interface.encodeFunctionData("note", parameters);
    const terms = {
      type: 0,
      chainId,
      nonce,
      gasPrice: 0n,
      gasLimit: 500_000n,
      to: notebook.address,
      data,
    };
    await rpc.send("eth_sendRawTransaction", [await writer.signTransaction(terms)]);
  }
  await untilUsed(rpc, writer.address, count);
  return Number(await rpc.send("eth_blockNumber", []));
}
