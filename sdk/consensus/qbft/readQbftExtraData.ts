import type { Hex } from "../../chain/hex.ts";
import { readRlp } from "../../chain/readRlp.ts";
import type { RlpTree } from "../../chain/rlpTree.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import type { QbftExtraData, QbftVote } from "./qbftExtraData.ts";

const ADD = "0xff";
const DROP = "0x";

function invalid(what: string, cause?: unknown): ConsensusError {
  const sentence = `The header's extra data is not QBFT's: ${what}.`;
  return new ConsensusError("qbft-extra-data-invalid", sentence, { cause });
}

/** A list of byte strings that are all so long. */
function listOf(tree: RlpTree | undefined, bytes: number, what: string): Hex[] {
  if (tree === undefined || typeof tree === "string") throw invalid(`${what} are no list`);
  return tree.map((item) => {
    if (typeof item === "string" && item.length === 2 + bytes * 2) return item;
    throw invalid(`one of ${what} has not ${bytes} bytes`);
  });
}

function voteIn(tree: RlpTree | undefined): QbftVote | undefined {
  if (tree === undefined || typeof tree === "string") throw invalid("the vote is no list");
  if (tree.length === 0) return undefined;
  const [recipient, polarity] = tree;
  if (tree.length !== 2 || typeof recipient !== "string" || recipient.length !== 42) {
    throw invalid("the vote names nobody");
  }
  if (polarity !== ADD && polarity !== DROP) throw invalid("the vote is neither for nor against");
  return { recipient, adds: polarity === ADD };
}

/** Besu reads it as an int without leading zeros. */
function roundIn(tree: RlpTree | undefined): number {
  if (typeof tree !== "string" || tree.length > 10) throw invalid("the round is no small number");
  const round = tree === "0x" ? 0 : Number(tree);
  if (tree.startsWith("0x00") || round > 0x7fff_ffff) throw invalid("the round is no small number");
  return round;
}

function treeOf(extraData: Hex): RlpTree {
  try {
    return readRlp(extraData);
  } catch (cause) {
    throw invalid("it is not canonical RLP", cause);
  }
}

/**
 * Reads a header's extra data as QBFT has it.
 *
 * @throws ConsensusError `qbft-extra-data-invalid`
 *
 * @example
 * import { readQbftExtraData } from "@tallystick/sdk";
 *
 * const vanity = "00".repeat(32);
 * const validator = "11".repeat(20);
 * const extraData = `0xf83aa0${vanity}d594${validator}c080c0`;
 * readQbftExtraData(extraData).validators // => ["0x1111111111111111111111111111111111111111"]
 */
export function readQbftExtraData(extraData: Hex): QbftExtraData {
  const tree = treeOf(extraData);
  if (typeof tree === "string" || tree.length !== 5) throw invalid("it is no list of five");
  const [vanity, validators, vote, round, seals] = tree;
  if (typeof vanity !== "string" || vanity.length !== 66) throw invalid("vanity has not 32 bytes");
  return {
    vanity,
    validators: listOf(validators, 20, "the validators"),
    vote: voteIn(vote),
    round: roundIn(round),
    seals: listOf(seals, 65, "the seals"),
  };
}
