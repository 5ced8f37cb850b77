import { sha256 } from "@noble/hashes/sha2.js";
import type { BlockHeader } from "../../chain/blockHeader.ts";
import { bytesOf } from "../../chain/bytesOf.ts";
import type { Hex } from "../../chain/hex.ts";
import { hexOf } from "../../chain/hexOf.ts";
import { canonicalWarpSet, type WarpSigner } from "./canonicalWarpSet.ts";
import { cb58 } from "./cb58.ts";
import { hasWarpQuorum } from "./hasWarpQuorum.ts";
import { signedWarpMessage } from "./signedWarpMessage.ts";
import { type WarpPoint, warpCurve } from "./warpCurve.ts";
import { warpMessage } from "./warpMessage.ts";
import type { WarpAnswer, WarpNode } from "./warpNode.ts";
import { warpSetChange } from "./warpSetChange.ts";
import { warpSetsAt } from "./warpSetsAt.ts";
import type { WarpSet, WarpTrust, WarpValidator } from "./warpTrust.ts";

/** What came of asking: a proof, or who gave none. */
export type WarpCollection =
  | {
      readonly outcome: "proved";
      readonly signedMessage: Hex;
      readonly signers: readonly WarpSigner[];
    }
  | {
      readonly outcome: "missing";
      /** How many validators signed. */
      readonly signed: number;
      /** Nodes that answered with no signature of a validator's, and why. */
      readonly refused: readonly string[];
      /** Nodes that did not answer, and why. */
      readonly silent: readonly string[];
    };

type Block = Pick<BlockHeader, "number" | "hash">;
type Ask = (node: WarpNode) => Promise<WarpAnswer>;
type Given = { readonly node: WarpNode; readonly signature: WarpPoint };
type Said = Given | { readonly refused: string } | { readonly silent: string };

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function sayingOf(node: WarpNode, ask: Ask): Promise<Said> {
  try {
    const said = await ask(node);
    if ("refusal" in said) return { refused: `${node.name}: ${said.refusal}` };
    return { node, signature: warpCurve.pointOf(bytesOf(said.signature)) };
  } catch (error) {
    return { silent: `${node.name}: ${reasonOf(error)}` };
  }
}

/** Answers one after the other as they come. */
async function* inTurn<Value>(promises: readonly Promise<Value>[]): AsyncGenerator<Value> {
  const open = new Map(
    promises.map((promise, at) => [at, promise.then((value) => ({ at, value }))]),
  );
  while (open.size > 0) {
    const { at, value } = await Promise.race(open.values());
    open.delete(at);
    yield value;
  }
}

/** Asks validators for their signatures of blocks, one node each, and adds them up here as soon as they are enough. */
export class WarpCollector {
  readonly #trust: WarpTrust;
  readonly #nodes: readonly WarpNode[];
  /** Whose key a node signed with last: with that guess right, one pairing checks all signatures of a block. */
  readonly #keys = new Map<WarpNode, Hex>();

  constructor(trust: WarpTrust, nodes: readonly WarpNode[]) {
    this.#trust = trust;
    this.#nodes = nodes;
  }

  /** Asks all nodes about one block. Nodes that are slow or silent hold nothing up once the others are a quorum. */
  collect({ number, hash }: Block): Promise<WarpCollection> {
    const unsigned = warpMessage.ofBlock(this.#trust, hash);
    const sets = warpSetsAt(this.#trust, number);
    const blockId = cb58(hash);
    return this.#gather(unsigned, sets, (node) => node.signatureOf(blockId));
  }

  /** Asks those of the last set about who comes after them, to which their operators agree by configuring the message. */
  collectChange(next: Pick<WarpSet, "fromBlock" | "validators">): Promise<WarpCollection> {
    const unsigned = warpSetChange(this.#trust, next);
    const messageId = cb58(hexOf(sha256(unsigned)));
    const sets = this.#trust.sets.slice(-1);
    return this.#gather(unsigned, sets, (node) => node.messageSignatureOf(messageId));
  }

  async #gather(
    unsigned: Uint8Array,
    sets: WarpTrust["sets"],
    asking: Ask,
  ): Promise<WarpCollection> {
    const message = warpCurve.hash(unsigned);
    const given = new Map<Hex, Given>();
    const refused: string[] = [];
    const silent: string[] = [];
    for await (const said of inTurn(this.#nodes.map((node) => sayingOf(node, asking)))) {
      if ("refused" in said) refused.push(said.refused);
      else if ("silent" in said) silent.push(said.silent);
      else {
        const key = this.#keyOf(said, message, sets);
        if (key === undefined) refused.push(`${said.node.name}: no pinned validator's signature`);
        else given.set(key, said);
      }
      for (const { validators } of sets) {
        const proved = this.#added(given, unsigned, message, validators);
        if (proved !== undefined) return proved;
      }
    }
    return { outcome: "missing", signed: given.size, refused, silent };
  }

  /** The key that a node is known by, unproved, or the one that its signature is of. */
  #keyOf({ node, signature }: Given, message: WarpPoint, sets: WarpTrust["sets"]): Hex | undefined {
    const signers = sets.flatMap(({ validators }) => canonicalWarpSet(validators).signers);
    const known = this.#keys.get(node);
    if (signers.some(({ publicKey }) => publicKey === known)) return known;
    const its = signers.find(({ key }) => warpCurve.holds([{ key, message }], signature));
    if (its === undefined) return undefined;
    this.#keys.set(node, its.publicKey);
    return its.publicKey;
  }

  /** The common signature when those that came are enough and right; wrong ones are forgotten. */
  #added(
    given: Map<Hex, Given>,
    unsigned: Uint8Array,
    message: WarpPoint,
    validators: readonly WarpValidator[],
  ): WarpCollection | undefined {
    const set = canonicalWarpSet(validators);
    const signers = set.signers.filter(({ publicKey }) => given.has(publicKey));
    const weight = signers.reduce((sum, each) => sum + each.weight, 0n);
    if (!hasWarpQuorum(weight, set.weight)) return undefined;
    const points = signers.map(({ publicKey }) => given.get(publicKey)?.signature);
    const signature = warpCurve.sum(points.filter((point) => point !== undefined));
    const key = warpCurve.sumOfKeys(signers.map((each) => each.key));
    if (!warpCurve.holds([{ key, message }], signature)) {
      this.#forgetWrong(given, message, signers);
      return undefined;
    }
    const bits = set.signers.map(({ publicKey }, at) =>
      given.has(publicKey) ? 1n << BigInt(at) : 0n,
    );
    const all = bits.reduce((sum, bit) => sum | bit, 0n);
    const parts = { unsigned, signers: all, signature: warpCurve.bytesOf(signature) };
    return { outcome: "proved", signedMessage: signedWarpMessage.write(parts), signers };
  }

  #forgetWrong(given: Map<Hex, Given>, message: WarpPoint, signers: readonly WarpSigner[]): void {
    for (const { publicKey, key } of signers) {
      const its = given.get(publicKey);
      if (its === undefined || warpCurve.holds([{ key, message }], its.signature)) continue;
      given.delete(publicKey);
      this.#keys.delete(its.node);
    }
  }
}
