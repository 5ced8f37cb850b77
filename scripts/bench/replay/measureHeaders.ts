import { hexlify, toBeHex } from "ethers";
import {
  type BlockHeader,
  headerFields,
  headerFromRpc,
  QbftFollower,
  qbftHeaders,
} from "../../../sdk/index.ts";
import { fastRecoverSigner as recover } from "../../../sdk/node.ts";
import { qbftSealer } from "../../../test/helpers/qbftSealer.ts";

/** How fast sealed headers are verified. */
export type HeaderSpeed = {
  readonly headersPerSecond: number;
  /** Seals of each header. */
  readonly seals: number;
  readonly headers: number;
};

const VALIDATORS = 7;
const SEALS = 5;
/** Every so many blocks the validators vote one of them out, or in again. */
const VOTES_EVERY = 100;

/** A header as a node answers it. */
function answerOf({ hash, fields }: BlockHeader): Record<string, string> {
  const named = headerFields.map(({ name, form }, index) => {
    const item = fields[index] ?? "0x";
    return [name, form === "number" ? toBeHex(BigInt(item === "0x" ? 0 : item)) : item];
  });
  return { hash, ...Object.fromEntries(named) };
}

/** A chain with changes of its validators, sealed by keys of our own. */
function sealChain(count: number): { genesis: BlockHeader; answers: Record<string, string>[] } {
  const everybody = qbftSealer.validators(VALIDATORS);
  const genesis = qbftSealer.genesis(everybody);
  const follower = QbftFollower.fromGenesis(genesis, { recover });
  const guest = everybody.at(-1);
  let head = genesis;
  const answers = Array.from({ length: count }, (_, block) => {
    const { validators } = follower.state;
    const set = everybody.filter(({ account }) => validators.includes(account));
    const turn = block % VOTES_EVERY;
    const recipient = guest?.account ?? hexlify(new Uint8Array(20));
    // More than half of the set decide: the first few blocks of each turn carry their votes.
    const votes = turn < 4 ? { vote: { recipient, adds: (block / VOTES_EVERY) % 2 >= 1 } } : {};
    const proposer = set[turn % set.length]?.account ?? "";
    head = qbftSealer.seal(head, set, { proposer, sealers: set.slice(0, SEALS), ...votes });
    follower.add(head);
    return answerOf(head);
  });
  return { genesis, answers };
}

/**
 * Verifies sealed headers as an auditor does, from a node's answers on: each is read and hashed, follows its parent, lists
 * the validators that the votes made, and has `seals` seals, which libsecp256k1 recovers. Making them is not measured.
 */
export async function measureHeaders(count = 4_000): Promise<HeaderSpeed> {
  const { genesis, answers } = sealChain(count);
  const follower = QbftFollower.fromGenesis(genesis, { recover });
  const started = performance.now();
  for (const answer of answers) follower.add(headerFromRpc(answer, qbftHeaders));
  const seconds = (performance.now() - started) / 1_000;
  return { headersPerSecond: Math.round(count / seconds), seals: SEALS, headers: count };
}
