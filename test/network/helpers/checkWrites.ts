import { requestReference } from "../../../gateway/idempotency/requestReference.ts";
import type { SteadyWrite } from "../../faults/helpers/steadyWriter.ts";
import type { Client } from "../../gateway/helpers/client.ts";
import { signIn } from "../../gateway/helpers/signIn.ts";
import type { AnchorLoad } from "./anchorLoad.ts";
import type { LiveNetwork } from "./liveNetwork.ts";
import { proveCertificates } from "./proveCertificates.ts";
import { unequalGateways } from "./unequalGateways.ts";

/** What must all be 0 or true after a fault. */
export interface NetworkVerdict {
  readonly lost: number;
  readonly doubled: number;
  readonly stuck: number;
  /** Answers that a client must not see. */
  readonly surprises: number;
  /** Gateways whose tables are not what a replay from genesis has. */
  readonly unequal: number;
  /** Certificates whose evidence does not verify without any network. */
  readonly unproved: number;
}

interface LedgerEvent {
  readonly ref: string | null;
  readonly transactionHash: string;
}

async function transactionsByRef(client: Client): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  let after = "";
  for (;;) {
    const { body } = await client.get(`/v1/events?limit=500${after}`);
    const events = body["events"] as LedgerEvent[];
    for (const { ref, transactionHash } of events) {
      if (ref !== null) found.set(ref, (found.get(ref) ?? new Set()).add(transactionHash));
    }
    if (typeof body["next"] !== "string" || events.length === 0) return found;
    after = `&after=${body["next"]}`;
  }
}

async function countWrites(operator: Client, writes: readonly SteadyWrite[]) {
  const refs = await transactionsByRef(operator);
  const counts = { lost: 0, doubled: 0, stuck: 0 };
  for (const { member, path, body, key, answer } of writes) {
    const request = { memberId: member, route: `POST ${path}`, idempotencyKey: key, body };
    const effects = refs.get(requestReference(request).ref)?.size ?? 0;
    if (effects > 1) counts.doubled += 1;
    if (answer === undefined) {
      counts.stuck += 1;
      continue;
    }
    const again = await operator.post(path, body, key);
    const isSame = again.body["transactionHash"] === answer.body["transactionHash"];
    if (effects === 0 || again.status !== 201 || !isSame) counts.lost += 1;
  }
  return counts;
}

/** Asks every write again by its key, looks for effects that happened twice, replays the ledger, and proves its certificates. */
export async function checkWrites(
  network: LiveNetwork,
  load: AnchorLoad,
): Promise<{ verdict: NetworkVerdict; certificates: number }> {
  const [gateway] = network.state.gateways;
  const operator = await signIn(gateway?.url ?? "", "1");
  const counts = await countWrites(operator, load.writes);
  const unequal = await unequalGateways(network);
  const { certificates, unproved } = await proveCertificates(network);
  const verdict = { ...counts, surprises: load.surprises.length, unequal, unproved };
  return { verdict, certificates };
}
