import { z } from "zod";
import { type NetworkState, networkState } from "../networkState.ts";
import { readValidatorEnds } from "../platform/readValidatorEnds.ts";
import { askValidator } from "../validator/askValidator.ts";

const quantity = z
  .string()
  .regex(/^0x[0-9a-f]+$/)
  .transform(Number);
const block = z.object({ number: quantity, hash: z.string(), timestamp: quantity });
const readiness = z.object({ ready: z.boolean(), proofCoverage: z.number().optional() });

const ANSWER_WITHIN_MS = 3_000;

/** How a network is, as `status --json` prints it. */
export interface NetworkStatus {
  readonly validators: readonly {
    readonly index: number;
    readonly up: boolean;
    readonly height: number | null;
    readonly hash: string | null;
    readonly rpc: string | null;
    /** RFC 3339; when it stops to validate unless it is renewed. Null where no validator says. */
    readonly endsAt: string | null;
  }[];
  /** Sentences about validators whose time runs out. */
  readonly warnings: readonly string[];
  readonly gateways: readonly { readonly url: string; readonly ready: boolean }[];
  /** The highest one that a validator has. */
  readonly height: number | null;
  readonly secondsSinceBlock: number | null;
  /** Share of the blocks with ledger events whose proof is kept, by the better gateway; null where none says. */
  readonly proofCoverage: number | null;
}

type Head = z.output<typeof block>;

async function headOf(rpcUrl: string | undefined): Promise<Head | undefined> {
  if (rpcUrl === undefined) return undefined;
  const asked = ["latest", false];
  const answer = askValidator(rpcUrl, "eth_getBlockByNumber", asked, ANSWER_WITHIN_MS);
  return answer.then(block.parse).catch(() => undefined);
}

async function gatewayOf({ url }: NetworkState["gateways"][number]) {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = await fetch(`${url}/readyz`, { signal });
    const { ready, proofCoverage } = readiness.parse(await answer.json());
    return { url, ready, proofCoverage };
  } catch {
    return { url, ready: false, proofCoverage: undefined };
  }
}

/** Asks every validator and gateway of a network. */
export async function status(directory: string): Promise<NetworkStatus> {
  const state = networkState.read(directory);
  const validators = state.validators.filter(({ retired }) => retired !== true);
  const [heads, gateways, ends] = await Promise.all([
    Promise.all(validators.map(({ rpcUrl }) => headOf(rpcUrl))),
    Promise.all(state.gateways.map(gatewayOf)),
    readValidatorEnds(state),
  ]);
  const known = heads.filter((head) => head !== undefined);
  const highest = known.toSorted((one, other) => other.number - one.number)[0];
  const coverages = gateways.flatMap(({ proofCoverage }) => proofCoverage ?? []);
  const age = highest === undefined ? null : Math.floor(Date.now() / 1000) - highest.timestamp;
  return {
    validators: validators.map(({ index, nodeId, rpcUrl }, position) => {
      const head = heads[position];
      const { number: height = null, hash = null } = head ?? {};
      const endsAt = ends.find((end) => end.nodeId === nodeId)?.endsAt ?? null;
      return { index, up: head !== undefined, height, hash, rpc: rpcUrl ?? null, endsAt };
    }),
    warnings: ends.flatMap(({ warning }) => warning ?? []),
    gateways: gateways.map(({ url, ready }) => ({ url, ready })),
    height: highest?.number ?? null,
    secondsSinceBlock: age === null ? null : Math.max(0, age),
    proofCoverage: coverages.length === 0 ? null : Math.max(...coverages),
  };
}
