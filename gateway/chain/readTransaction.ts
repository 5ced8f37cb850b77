import { z } from "zod";
import { nodeAnswer } from "./nodeAnswer.ts";
import type { Rpc } from "./rpc.ts";

const METHOD = "eth_getTransactionByHash";
const text = z.string().toLowerCase();
const wireTransaction = z.object({ hash: text, to: text.nullish(), input: text });

/** A transaction as the node gives it back; addresses and data in lower case. */
export type ChainTransaction = z.output<typeof wireTransaction>;

/** A transaction by its hash, or undefined when the node doesn't have it. */
export async function readTransaction(
  rpc: Rpc,
  hash: string,
): Promise<ChainTransaction | undefined> {
  const answer = await rpc.send(METHOD, [hash]);
  if (answer === null || answer === undefined) return undefined;
  return nodeAnswer(METHOD, wireTransaction, answer);
}
