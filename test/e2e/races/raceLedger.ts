import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLedger, type Ledger } from "@tallystick/sdk";
import { id, keccak256, Wallet, ZeroHash } from "ethers";
import { startLedger } from "../../../scripts/ledger/startLedger.ts";
import { deployTestLedger } from "../../gateway/helpers/deployTestLedger.ts";
import type { CastName } from "../../gateway/helpers/ledgerCast.ts";
import { callRpc } from "../../helpers/callRpc.ts";
import { race } from "./race.ts";

const free = { gasPrice: 0n, type: 0 };
const twoDays = 48 * 3_600;

/** A call that is signed now and sent later. */
export type RacedCall = { readonly to: string; readonly data: string };

/** The embedded ledger with the real contracts, in a directory of its own, and what a race over it needs. */
export async function raceLedger() {
  const directory = await mkdtemp(join(tmpdir(), "tallystick-race-"));
  const embedded = await startLedger({ directory });
  const { url, chainId } = embedded;
  const test = await deployTestLedger({ url, chainId });
  const { provider, deployment, contracts, who } = test;
  const now = () => embedded.status().now;

  const signed = async (wallet: Wallet, calls: readonly RacedCall[]): Promise<string[]> => {
    let nonce = await provider.getTransactionCount(wallet.address);
    const raws: string[] = [];
    for (const { to, data } of calls) {
      const gasLimit = 1_500_000;
      raws.push(await wallet.signTransaction({ ...free, to, data, nonce, gasLimit, chainId }));
      nonce += 1;
    }
    return raws;
  };
  return {
    ...test,
    now,
    ledgerOf: (name: CastName): Promise<Ledger> =>
      createLedger({ provider, deployment, signer: who[name].wallet }),

    /** A member's accounts: its first one, and so many more that act for it. */
    async accountsOf(name: CastName, more: number): Promise<Wallet[]> {
      const { wallet } = who[name];
      const accounts = [wallet];
      for (let index = 1; index <= more; index++) {
        const account = new Wallet(id(`account ${index} of ${name}`), provider);
        const members = contracts.members.connect(wallet);
        await (await members.addAccount(account.address, ZeroHash, free)).wait();
        await embedded.setTime(now() + twoDays);
        accounts.push(account);
      }
      return accounts;
    },

    /** Each account sends its calls in their order from a process of its own; answers how many succeeded, by account. */
    async run(lanes: readonly (readonly [Wallet, readonly RacedCall[]])[]): Promise<number[]> {
      const clients: string[][] = [];
      for (const [wallet, calls] of lanes) clients.push(await signed(wallet, calls));
      await race(url, clients);
      const counts: number[] = [];
      for (const raws of clients) counts.push(await succeeded(url, raws));
      return counts;
    },
    async close(): Promise<void> {
      provider.destroy();
      await embedded.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** How many of these transactions succeeded; all must be in a block. */
async function succeeded(url: string, raws: readonly string[]): Promise<number> {
  let count = 0;
  for (let at = 0; at < raws.length; at += 250) {
    const calls = raws.slice(at, at + 250).map((raw, index) => ({
      jsonrpc: "2.0",
      id: index,
      method: "eth_getTransactionReceipt",
      params: [keccak256(raw)],
    }));
    const { answer } = await callRpc.post(url, JSON.stringify(calls));
    for (const { result } of answer as { result: { status: string } | null }[]) {
      if (result === null) throw new Error("a transaction is in no block");
      if (result.status === "0x1") count += 1;
    }
  }
  return count;
}

/** What `raceLedger` gives. */
export type RaceLedger = Awaited<ReturnType<typeof raceLedger>>;
