import { randomUUID } from "node:crypto";
import type { Answer, Client } from "../../gateway/helpers/client.ts";
import { pause } from "../../gateway/helpers/pause.ts";

/** A write as a company's system keeps it: by its key, until it was answered for good. */
export interface SteadyWrite {
  readonly member: number;
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
  /** The final answer, 201. */
  answer: Answer | undefined;
}

/** Answers that a client must not see, whatever the node does. */
export interface Surprise {
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

/** What a writer writes, and where it notes it. */
export interface SteadyWriterOptions {
  readonly client: Client;
  readonly member: number;
  next(): { readonly path: string; readonly body: unknown };
  readonly writes: SteadyWrite[];
  readonly surprises: Surprise[];
  /** Milliseconds between two writes. */
  readonly restMs: number;
  isOver(): boolean;
  /** When a write that is still open counts as stuck. */
  isTooLate(): boolean;
}

/** Whether the same request is to be asked again: pending, at work, or the ledger is out of reach. */
function isToAskAgain({ status, body }: Answer): boolean {
  return status === 202 || status === 503 || body["code"] === "request-in-flight";
}

async function settle(options: SteadyWriterOptions, write: SteadyWrite): Promise<void> {
  const { client, surprises, isTooLate } = options;
  while (!isTooLate()) {
    // A gateway that died may have carried it out: the same key finds out.
    const answer = await client.post(write.path, write.body, write.key).catch(() => undefined);
    if (answer === undefined) {
      await pause(100);
      continue;
    }
    if (answer.status === 201) {
      write.answer = answer;
      return;
    }
    if (!isToAskAgain(answer)) {
      const { status, body } = answer;
      surprises.push({ path: write.path, status, body });
    }
    await pause(50);
  }
}

/** Writes one thing after the other until it is over, each until it is answered for good. */
export async function steadyWriter(options: SteadyWriterOptions): Promise<void> {
  while (!options.isOver()) {
    const { path, body } = options.next();
    const write = { member: options.member, path, body, key: randomUUID(), answer: undefined };
    options.writes.push(write);
    await settle(options, write);
    await pause(options.restMs);
  }
}
