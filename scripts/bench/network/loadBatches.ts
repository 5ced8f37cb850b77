import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { id } from "ethers";
import type { BenchMember } from "../gateway/benchMember.ts";
import { keepAlivePost } from "../gateway/keepAlivePost.ts";

/** How a gateway is loaded with batches. */
export interface BatchLoad {
  readonly url: string;
  readonly members: readonly BenchMember[];
  /** How many of those after a member accept its passes. */
  readonly recipients: number;
  readonly children: number;
  readonly callers: number;
  readonly seconds: number;
}

/** What came of it. */
export interface BatchLoaded {
  readonly children: number;
  readonly batches: number;
  readonly refused: number;
  readonly refusal: string | undefined;
  readonly seconds: number;
  readonly latenciesMs: readonly number[];
}

function bodyOf({ members, recipients, children }: BatchLoad, turn: number): string {
  const passes = Array.from({ length: children }, (_, index) => ({
    to: members[(turn + 1 + (index % recipients)) % members.length]?.id,
    valueMinor: "1",
    tradeReference: id("bench"),
  }));
  return JSON.stringify({ passes });
}

/** Each caller passes parts of a certificate to many at once, waits and does it again; members take turns. */
export async function loadBatches(load: BatchLoad): Promise<BatchLoaded> {
  const { url, members, callers, children, seconds: wanted } = load;
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const latenciesMs: number[] = [];
  let [turn, refused] = [0, 0];
  let refusal: string | undefined;
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const call = async (): Promise<void> => {
    while (elapsed() < wanted) {
      const mine = turn++ % members.length;
      const member = members[mine];
      if (member === undefined) throw new Error("Nobody takes part.");
      const headers = { authorization: `Bearer ${member.token}`, "idempotency-key": randomUUID() };
      const path = `${url}/v1/certificates/${member.certificate}/transfer-batches`;
      const asked = performance.now();
      const { status, text } = await keepAlivePost(path, agent, bodyOf(load, mine), headers);
      if (status === 201) latenciesMs.push(performance.now() - asked);
      else {
        refused += 1;
        refusal ??= `${status} ${text}`;
      }
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  agent.destroy();
  const batches = latenciesMs.length;
  return {
    children: batches * children,
    batches,
    refused,
    refusal,
    seconds: elapsed(),
    latenciesMs,
  };
}
