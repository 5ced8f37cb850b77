import { pause } from "../../gateway/helpers/pause.ts";
import type { LiveNetwork } from "./liveNetwork.ts";

interface Head {
  readonly number: number;
  readonly hash: string;
  readonly timestamp: number;
}

type WireBlock = Readonly<Record<"number" | "hash" | "timestamp", string>>;

/** What the validators of a network say of its chain. */
export function chainOf(network: LiveNetwork) {
  const blockOf = async (validator: number, tag: string | number): Promise<Head> => {
    const asked = typeof tag === "number" ? `0x${tag.toString(16)}` : tag;
    const answer = await network.ask(validator, "eth_getBlockByNumber", [asked, false]);
    if (answer === null) throw new Error(`Validator ${validator} has no block ${tag}.`);
    const { number, hash, timestamp } = answer as WireBlock;
    return { number: Number(number), hash, timestamp: Number(timestamp) };
  };
  const indices = network.state.validators.map(({ index }) => index);
  const height = async (validator: number): Promise<number> =>
    (await blockOf(validator, "latest")).number;
  const until = async (what: string, isSo: () => Promise<boolean>, withinMs = 60_000) => {
    const began = performance.now();
    while (!(await isSo().catch(() => false))) {
      if (performance.now() - began > withinMs)
        throw new Error(`${what} did not happen in ${withinMs / 1000} s.`);
      await pause(100);
    }
  };
  return {
    height,
    until,
    /** The chain makes blocks again, as seen by a validator. */
    grows: async (validator = 1, by = 1, withinMs = 60_000): Promise<void> => {
      let from: number | undefined;
      await until(
        `A block after ${from}`,
        async () => {
          from ??= await height(validator);
          return (await height(validator)) >= from + by;
        },
        withinMs,
      );
    },
    /** Waits until the gateways keep the proof of every block with ledger events. */
    proved: (): Promise<void> =>
      until("The proof of each block", async () => (await network.status()).proofCoverage === 1),
    /** Waits until all validators are equally high and answers their common head. */
    async agreed(): Promise<Head> {
      await until("That all validators have one head", async () => {
        const heads = await Promise.all(indices.map((index) => blockOf(index, "latest")));
        return new Set(heads.map(({ hash }) => hash)).size === 1;
      });
      return blockOf(1, "latest");
    },
    /** Different hashes that validators have at any height up to a head: none where there is no fork. */
    async forks(from: number, to: number): Promise<number> {
      let found = 0;
      for (let number = from; number <= to; number += 1) {
        const blocks = await Promise.all(indices.map((index) => blockOf(index, number)));
        if (new Set(blocks.map(({ hash }) => hash)).size > 1) found += 1;
      }
      return found;
    },
    /** Times between blocks, in seconds of their own clock, the longest first. */
    async pauses(from: number, to: number): Promise<number[]> {
      const times: number[] = [];
      for (let number = from; number <= to; number += 1)
        times.push((await blockOf(1, number)).timestamp);
      const between = times.slice(1).map((time, index) => time - (times[index] ?? time));
      return between.toSorted((one, other) => other - one);
    },
  };
}
