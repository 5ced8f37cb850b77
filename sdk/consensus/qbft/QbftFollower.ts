import type { BlockHeader } from "../../chain/blockHeader.ts";
import { headerFieldAt } from "../../chain/headerFieldAt.ts";
import type { Hex } from "../../chain/hex.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import type { ProvedBlock } from "../consensusProof.ts";
import { checkQbftHeader } from "./checkQbftHeader.ts";
import { checkSeals } from "./checkSeals.ts";
import type { QbftExtraData } from "./qbftExtraData.ts";
import { readQbftExtraData } from "./readQbftExtraData.ts";
import { type RecoverSigner, recoverSigner } from "./recoverSigner.ts";
import { ValidatorTally, type ValidatorTallyState } from "./ValidatorTally.ts";

/** Where a follower is: after which block, with which set. Plain data, to be stored as JSON. */
export type QbftFollowerState = ValidatorTallyState & {
  readonly block: number;
  readonly blockHash: Hex;
  /** In seconds. */
  readonly timestamp: number;
};

export type QbftFollowerOptions = {
  /** Blocks until open votes are thrown away; `epochlength` of the genesis, 30,000 by default. */
  readonly epochLength?: number;
  /** Seconds between blocks at least; `blockperiodseconds` of the genesis, 1 by default. */
  readonly blockPeriodSeconds?: number;
  /** In JavaScript by default. */
  readonly recover?: RecoverSigner;
};

/**
 * Follows a QBFT chain header by header from one that is trusted: each must come after the one before it, list the set of
 * validators that the votes so far made, and be sealed by a quorum of it.
 *
 * @example
 * import { QbftFollower } from "@tallystick/sdk";
 *
 * const validators = ["0x" + "11".repeat(20)];
 * const start = { block: 0, blockHash: "0x" + "22".repeat(32), timestamp: 0, validators, votes: [] };
 * new QbftFollower(start).state // => start
 */
export class QbftFollower {
  /** What following proves, and what it leaves open. */
  static readonly proves =
    "Every block from the genesis on was sealed by a quorum of its validators, and votes in the blocks made every change of " +
    "the validators. It says nothing about another chain that more than a third of them might have sealed as well.";

  readonly #tally: ValidatorTally;
  readonly #epochLength: number;
  readonly #blockPeriodSeconds: number;
  readonly #recover: RecoverSigner;
  #last: { readonly block: number; readonly blockHash: Hex; readonly timestamp: number };

  constructor(start: QbftFollowerState, options: QbftFollowerOptions = {}) {
    const { validators, votes, ...last } = start;
    this.#tally = new ValidatorTally({ validators, votes });
    this.#last = last;
    this.#epochLength = options.epochLength ?? 30_000;
    this.#blockPeriodSeconds = options.blockPeriodSeconds ?? 1;
    this.#recover = options.recover ?? recoverSigner;
  }

  /**
   * Follows a chain from its beginning.
   *
   * @param genesis block 0, whose hash the caller trusts
   * @throws ConsensusError `qbft-extra-data-invalid`, `qbft-validators-missing`
   */
  static fromGenesis(genesis: BlockHeader, options: QbftFollowerOptions = {}): QbftFollower {
    const { validators } = readQbftExtraData(genesis.extraData);
    if (validators.length === 0) {
      const sentence = "The genesis lists no validators: their set is kept in a contract.";
      throw new ConsensusError("qbft-validators-missing", sentence, { details: { block: "0" } });
    }
    const { number, hash, timestamp } = genesis;
    const last = { block: Number(number), blockHash: hash, timestamp: Number(timestamp) };
    return new QbftFollower({ ...last, validators: [...validators].sort(), votes: [] }, options);
  }

  get state(): QbftFollowerState {
    return { ...this.#last, ...this.#tally.state };
  }

  /**
   * Takes the next header, made with `qbftBlockHash`. One that is refused changes nothing.
   *
   * @throws ConsensusError with the code of the rule that it breaks
   */
  add(header: BlockHeader): ProvedBlock {
    this.#checkFollows(header);
    const extraData = checkQbftHeader(header);
    this.#checkSet(header, extraData);
    const signers = checkSeals(header, this.#tally.validators, this.#recover);
    this.#count(header, extraData);
    const { number, hash, timestamp } = header;
    this.#last = { block: Number(number), blockHash: hash, timestamp: Number(timestamp) };
    return { number, hash, signers };
  }

  #checkFollows({ number, parentHash, timestamp }: BlockHeader): void {
    const { block, blockHash, timestamp: before } = this.#last;
    const details = { block: number.toString() };
    if (Number(number) !== block + 1 || parentHash !== blockHash) {
      const sentence = `Block ${number} with parent ${parentHash} does not follow block ${block} ${blockHash}.`;
      throw new ConsensusError("qbft-not-next", sentence, { details });
    }
    if (Number(timestamp) >= before + this.#blockPeriodSeconds) return;
    const sentence = `Block ${number} came sooner after its parent than ${this.#blockPeriodSeconds} s.`;
    throw new ConsensusError("qbft-header-invalid", sentence, { details });
  }

  #checkSet({ number }: BlockHeader, { validators, vote }: QbftExtraData): void {
    const details = { block: number.toString() };
    const { sorted } = this.#tally;
    if (validators.length !== sorted.length || validators.some((it, at) => it !== sorted[at])) {
      const sentence = `Block ${number} lists other validators than its chain's votes made.`;
      throw new ConsensusError("qbft-validators-differ", sentence, { details });
    }
    if (vote === undefined || !this.#startsEpoch(number)) return;
    const sentence = `Block ${number} begins an epoch and must have no vote, which nobody would count.`;
    throw new ConsensusError("qbft-vote-at-epoch", sentence, { details });
  }

  #count({ number, fields }: BlockHeader, { vote }: QbftExtraData): void {
    if (this.#startsEpoch(number)) this.#tally.discardVotes();
    else if (vote !== undefined) this.#tally.vote(fields[headerFieldAt.miner] ?? "", vote);
  }

  #startsEpoch(number: bigint): boolean {
    return Number(number) % this.#epochLength === 0;
  }
}
