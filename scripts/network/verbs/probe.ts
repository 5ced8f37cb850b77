import { randomBytes } from "node:crypto";
import { setTimeout as rest } from "node:timers/promises";
import { z } from "zod";
import { secretsOf } from "../../stack/secretsOf.ts";
import { networkState } from "../networkState.ts";
import { signInAsOperator } from "./signInAsOperator.ts";

/** What came of a probe. */
export interface ProbeResult {
  readonly included: boolean;
  /** From the first request to the answer that it is included, or until the probe gave up. */
  readonly seconds: number;
  /** Digest that it anchors; the write's Idempotency-Key is `probe-` and this. */
  readonly root: string;
  readonly transactionHash: string | null;
  readonly blockNumber: number | null;
  readonly gateway: string | null;
  /** The last answer's sentence, when it wasn't included. */
  readonly detail: string | null;
}

const WITHIN_MS = 20_000;
/** For so long one request waits before the other gateway is asked. */
const ANSWER_WITHIN_MS = 6_000;
const AGAIN_MS = 200;
const done = z.object({ transactionHash: z.string(), blockNumber: z.int() });
const told = z.object({ detail: z.string() });

interface Attempt {
  readonly included?: z.output<typeof done>;
  readonly detail?: string;
}

/** The same request with the same key, whichever gateway it is asked at: it takes effect once. */
async function attempt(
  url: string,
  token: string,
  root: string,
  signal: AbortSignal,
): Promise<Attempt> {
  const response = await fetch(`${url}/v1/anchors`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": `probe-${root}`,
    },
    body: JSON.stringify({ root, kind: "other", count: 1 }),
    signal,
  });
  const answer: unknown = await response.json();
  if (response.status === 201) return { included: done.parse(answer) };
  const { data } = told.safeParse(answer);
  return { detail: data?.detail ?? `${url} answered ${response.status}.` };
}

/** Anchors a random digest as the operator through a gateway, and through the other one where the first fails. */
export async function probe(directory: string, withinMs = WITHIN_MS): Promise<ProbeResult> {
  const { gateways } = networkState.read(directory);
  const { operatorKey } = await secretsOf(directory);
  const root = `0x${randomBytes(32).toString("hex")}`;
  const tokens = new Map<string, string>();
  const started = performance.now();
  const over = AbortSignal.timeout(withinMs);
  const passed = (): number => Math.round(performance.now() - started) / 1000;
  let detail = "No gateway answers.";
  for (let turn = 0; !over.aborted; turn++) {
    const url = gateways[turn % gateways.length]?.url ?? "";
    const signal = AbortSignal.any([over, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
    try {
      const token = tokens.get(url) ?? (await signInAsOperator(url, operatorKey, signal));
      tokens.set(url, token);
      const answer = await attempt(url, token, root, signal);
      const { included } = answer;
      if (included !== undefined) {
        const seconds = passed();
        return { included: true, seconds, root, ...included, gateway: url, detail: null };
      }
      detail = answer.detail ?? detail;
    } catch (error) {
      if (!over.aborted && error instanceof Error) detail = `${url}: ${error.message}`;
    }
    await rest(AGAIN_MS);
  }
  const nothing = { transactionHash: null, blockNumber: null, gateway: null };
  return { included: false, seconds: passed(), root, ...nothing, detail };
}
