import { Wallet } from "ethers";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import type { TestChain } from "../../gateway/helpers/startAnvil.ts";

const NO_REF = `0x${"00".repeat(32)}`;

/** Writes notes of member 1 straight to the chain; each says when it was written, in milliseconds. */
export function noteSource({ rpc, chainId }: TestChain, ledger: Ledger) {
  const [notebook] = ledger.contracts;
  if (notebook === undefined) throw new Error("no notebook");
  const writer = Wallet.createRandom();
  let nonce = 0;
  return {
    /** How many were written. */
    count: () => nonce,
    async write(): Promise<void> {
      const parameters = [1, `${nonce} ${Date.now()}`, NO_REF];
      const data = notebook.interface.encodeFunctionData("note", parameters);
      const gas = { type: 0, gasPrice: 0n, gasLimit: 500_000n };
      const terms = { ...gas, chainId, nonce, to: notebook.address, data };
      const signed = await writer.signTransaction(terms);
      await rpc.send("eth_sendRawTransaction", [signed]);
      nonce++;
    },
  };
}
