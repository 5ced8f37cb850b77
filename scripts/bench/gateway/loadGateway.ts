import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { BenchMember } from "./benchMember.ts";
import { keepAlivePost } from "./keepAlivePost.ts";

/** How a gateway is loaded. */
export interface GatewayLoad {
  readonly url: string;
  readonly members: readonly BenchMember[];
  readonly callers: number;
  readonly seconds: number;
  /** Splits a second at most; without it as many as are answered. */
  readonly perSecond?: number;
}

/** What came of it. */
export interface GatewayLoaded {
  readonly accepted: number;
  readonly pending: number;
  /** Answers that were neither 201 nor 202, by status, with one of their bodies. */
  readonly refused: Readonly<Record<string, number>>;
  readonly refusal: string | undefined;
  readonly seconds: number;
  readonly latenciesMs: readonly number[];
}

async function splitOnce(url: string, agent: Agent, member: BenchMember) {
  const headers = {
    authorization: `Bearer ${member.token}`,
    "idempotency-key": randomUUID(),
  };
  const path = `${url}/v1/certificates/${member.certificate}/splits`;
  return keepAlivePost(path, agent, '{"valueMinor":"1"}', headers);
}

/** Each caller asks for a split, waits for its answer and asks for the next one; members take turns. */
export async function loadGateway(load: GatewayLoad): Promise<GatewayLoaded> {
  const { url, members, callers, seconds: wanted, perSecond } = load;
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const latenciesMs: number[] = [];
  const refused: Record<string, number> = {};
  let [turn, pending] = [0, 0];
  let refusal: string | undefined;
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const call = async (): Promise<void> => {
    while (elapsed() < wanted) {
      const mine = turn++;
      const member = members[mine % members.length];
      if (member === undefined) throw new Error("Nobody takes part.");
      if (perSecond !== undefined)
        await setTimeout(Math.max(0, (mine / perSecond - elapsed()) * 1000));
      const asked = performance.now();
      const { status, text } = await splitOnce(url, agent, member);
      if (status === 201 || status === 202) latenciesMs.push(performance.now() - asked);
      else {
        refused[status] = (refused[status] ?? 0) + 1;
        refusal ??= text;
      }
      if (status === 202) pending += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  agent.destroy();
  const accepted = latenciesMs.length;
  return { accepted, pending, refused, refusal, seconds: elapsed(), latenciesMs };
}
