import { Wallet } from "ethers";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import type { TestChain } from "../../gateway/helpers/startAnvil.ts";

const NO_REF = `0x${"00".repeat(32)}`;

/**
 * Writes notes of member 1 straight to a chain that doesn't mine by itself; each says when it was written, in
 * milliseconds. Anvil answers transactions faster than it mines them, so what it merely took in is no event yet.
 */
export function noteSource({ rpc, chainId }: TestChain, ledger: Ledger) {
  const [notebook] = ledger.contracts;
  if (notebook === undefined) throw new Error("no notebook");
  const writer = Wallet.createRandom();
  let nonce = 0;
  return {
    /** How many are in blocks. */
    count: () => nonce,
    /** Writes so many notes into one block; resolves when all of them are in it. */
    async write(notes: number): Promise<void> {
      for (const first = nonce; nonce < first + notes; nonce++) {
        const parameters = [1, `${nonce} ${Date.now()}`, NO_REF];
        const data = notebook.interface.encodeFunctionData("note", parameters);
        const gas = { type: 0, gasPrice: 0n, gasLimit: 500_000n };
        const terms = { ...gas, chainId, nonce, to: notebook.address, data };
        await rpc.send("eth_sendRawTransaction", [await writer.signTransaction(terms)]);
      }
      await rpc.send("evm_mine", []);
      const mined = Number(await rpc.send("eth_getTransactionCount", [writer.address, "latest"]));
      if (mined !== nonce) throw new Error(`${mined} of ${nonce} notes are in blocks`);
    },
  };
}
