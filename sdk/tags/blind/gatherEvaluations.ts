import { TagError } from "../../errors/TagError.ts";
import type { Hex } from "./ristretto.ts";
import type { ShareServer } from "./shareServer.ts";
import type { TagEvaluation } from "./tagEvaluation.ts";
import type { TagKeySet } from "./tagKeySet.ts";
import { verifyEvaluation } from "./verifyEvaluation.ts";

export type GatherParameters = {
  readonly keySet: TagKeySet;
  readonly servers: readonly ShareServer[];
  readonly elements: readonly Hex[];
  /** How many servers are asked at once; whenever one fails, the next one is asked. */
  readonly atOnce: number;
  readonly timeoutMs: number;
  readonly onFault: (fault: TagError) => void;
};

function asFault(error: unknown, index: number, timedOut: boolean): TagError {
  if (error instanceof TagError && !timedOut) return error;
  const sentence = `Share server ${index} did not answer${timedOut ? " in time" : ""}.`;
  return new TagError("tag-server-offline", sentence, {
    details: { server: index },
    cause: error,
  });
}

function tooFew(
  { keySet, servers }: GatherParameters,
  valid: number,
  faults: TagError[],
): TagError {
  const { threshold, epoch } = keySet;
  const reasons = faults.map(({ message }) => message).join(" ");
  return new TagError(
    "tag-servers-too-few",
    `A tag of epoch ${epoch} takes ${threshold} of ${servers.length} share servers, and ${valid} gave a proved answer. ${reasons}`.trim(),
    { details: { needed: threshold, valid, asked: servers.length }, faults },
  );
}

/** Asks one server and lets only a proved answer through. */
async function ask(
  { keySet, elements, timeoutMs }: GatherParameters,
  server: ShareServer,
  done: AbortSignal,
): Promise<TagEvaluation> {
  const late = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([late, done]);
  try {
    const answer = server.evaluate({ epoch: keySet.epoch, elements }, signal);
    // Made after the call: one that throws at once would leave it to nobody.
    const gone = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
    const evaluation = await Promise.race([answer, gone]);
    verifyEvaluation(keySet, server.index, elements, evaluation);
    return evaluation;
  } catch (error) {
    throw asFault(error, server.index, late.aborted);
  }
}

/**
 * The first `threshold` proved answers of the servers. Each server that is away, replaced or lies is told to `onFault`,
 * also when enough others answered.
 *
 * @throws TagError `tag-servers-too-few` with every server's fault
 */
export async function gatherEvaluations(
  parameters: GatherParameters,
): Promise<readonly TagEvaluation[]> {
  const { keySet, servers, atOnce, onFault } = parameters;
  const waiting = [...servers];
  const valid: TagEvaluation[] = [];
  const faults: TagError[] = [];
  const done = new AbortController();
  const work = async (): Promise<void> => {
    for (;;) {
      const server = valid.length < keySet.threshold ? waiting.shift() : undefined;
      if (server === undefined) return;
      try {
        const evaluation = await ask(parameters, server, done.signal);
        if (valid.length < keySet.threshold) valid.push(evaluation);
        if (valid.length === keySet.threshold) done.abort();
        return;
      } catch (error) {
        // What is cut short because others were faster is nobody's fault.
        if (done.signal.aborted || !(error instanceof TagError)) return;
        faults.push(error);
        onFault(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(atOnce, keySet.threshold) }, work));
  if (valid.length < keySet.threshold) throw tooFew(parameters, valid.length, faults);
  return valid;
}
