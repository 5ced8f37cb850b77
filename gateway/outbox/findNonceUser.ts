import { z } from "zod";
import { nodeAnswer } from "../chain/nodeAnswer.ts";
import { NodeFault } from "../chain/nodeFault.ts";
import { quantity } from "../chain/quantity.ts";
import type { Rpc } from "../chain/rpc.ts";

/** The included transaction that used a nonce. */
export interface NonceUser {
  readonly hash: string;
  readonly blockNumber: number;
}

const METHOD = "eth_getBlockByNumber";
const LONGEST_WALK = 10_000;
const AT_ONCE = 25;

const wireBlock = z
  .object({
    number: quantity,
    hash: z.string(),
    parentHash: z.string(),
    transactions: z.array(
      z.object({ hash: z.string().toLowerCase(), from: z.string().toLowerCase(), nonce: quantity }),
    ),
  })
  .nullish();

type FullBlock = NonNullable<z.output<typeof wireBlock>>;

async function readFull(rpc: Rpc, which: number | "latest"): Promise<FullBlock> {
  const tag = which === "latest" ? which : `0x${which.toString(16)}`;
  const block = nodeAnswer(METHOD, wireBlock, await rpc.send(METHOD, [tag, true]));
  if (block === undefined || block === null || (which !== "latest" && block.number !== which))
    throw new NodeFault(`The node lacks block ${which}.`);
  return block;
}

/** Blocks from `newest` down, each proved to be the parent of the one before. */
async function* walkBack(rpc: Rpc): AsyncGenerator<FullBlock> {
  let newer = await readFull(rpc, "latest");
  const end = Math.max(newer.number - LONGEST_WALK, 0);
  yield newer;
  while (newer.number > end) {
    const count = Math.min(AT_ONCE, newer.number - end);
    const first = newer.number - 1;
    const numbers = Array.from({ length: count }, (_, index) => first - index);
    for (const block of await Promise.all(numbers.map((number) => readFull(rpc, number)))) {
      if (block.hash !== newer.parentHash)
        throw new NodeFault(`Block ${newer.number} does not follow block ${block.number}.`);
      yield block;
      newer = block;
    }
  }
}

/**
 * Finds who used a nonce, by the blocks themselves: an absent receipt proves nothing, since an endpoint may lag. Answers
 * undefined when the newest blocks, 10,000 of them, say nothing about the sender. Throws `NodeFault` when what the node
 * says does not fit together; ask again later.
 */
export async function findNonceUser(
  rpc: Rpc,
  sender: string,
  nonce: number,
): Promise<NonceUser | undefined> {
  for await (const block of walkBack(rpc)) {
    const own = block.transactions.filter((each) => each.from === sender.toLowerCase());
    const user = own.find((each) => each.nonce === nonce);
    if (user !== undefined) return { hash: user.hash, blockNumber: block.number };
    if (own.some((each) => each.nonce < nonce)) {
      throw new NodeFault(`The node's blocks hold no transaction ${nonce} of ${sender} yet.`);
    }
  }
  return undefined;
}
