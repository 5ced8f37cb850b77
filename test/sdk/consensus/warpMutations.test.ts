import { expect } from "chai";
import { getBytes, hexlify } from "ethers";
import {
  avalancheHeaders,
  BaseError,
  type BlockHeader,
  canonicalWarpSet,
  type Hex,
  headerFromRlp,
  headerRlp,
  type SignedWarpMessage,
  signedWarpMessage,
  verifyWarpBlocks,
  type WarpTrust,
  warpMessage,
  warpProof,
} from "../../../sdk/index.ts";
import { faultCount } from "../../helpers/faultCount.ts";
import { faultSeed } from "../../helpers/faultSeed.ts";
import { seededRandom } from "../../helpers/seededRandom.ts";
import { type TestWarpValidator, warpValidators } from "../../helpers/warpValidators.ts";

const pool = warpValidators.validators(14);
const strangers = warpValidators.validators(5, "stranger");
const chain = warpValidators.chainOf(24);
// Twelve ways a round: 84 rounds are more than a thousand mutated proofs.
const rounds = faultCount(4, 90);

/** A block, its proof and who may sign it: block 12 and later are of a set in which one validator is another. */
type Scene = {
  readonly random: () => number;
  readonly header: BlockHeader;
  readonly five: readonly TestWarpValidator[];
  readonly signers: readonly TestWarpValidator[];
  readonly message: Hex;
  readonly trust: WarpTrust;
};
type Mutated = { readonly rlp?: Hex; readonly message?: Hex; readonly trust?: WarpTrust };
type Mutation = { readonly of: (scene: Scene) => Mutated; readonly codes: readonly string[] };

const pick = <Item>(random: () => number, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

function flipped(hex: Hex, random: () => number, from = 0, to = hex.length / 2 - 1): Hex {
  const bytes = getBytes(hex);
  const at = from + Math.floor(random() * (to - from));
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return hexlify(bytes);
}

function changed(
  message: Hex,
  change: (its: SignedWarpMessage) => Partial<SignedWarpMessage>,
): Hex {
  const its = signedWarpMessage.read(message);
  return signedWarpMessage.write({ ...its, ...change(its) });
}

const sign = ({ header, five }: Scene, signers: readonly TestWarpValidator[], set = five): Hex =>
  warpValidators.signBlock(header, signers, set);

const badForm = ["warp-message-invalid", "warp-block-differs"];
const badSignature = ["warp-signature-invalid"];

/** Every way of breaking a proof, each with the codes that say what is wrong with it. */
const mutations: Readonly<Record<string, Mutation>> = {
  "a bit of the header": {
    of: ({ header, random }) => ({ rlp: flipped(headerRlp(header), random) }),
    codes: [
      "chain-rlp-invalid",
      "chain-header-invalid",
      "warp-block-differs",
      "warp-block-uncovered",
    ],
  },
  "another block's header": {
    of: ({ header, random }) => ({
      rlp: headerRlp(
        pick(
          random,
          chain.filter(({ number }) => number !== header.number),
        ),
      ),
    }),
    codes: ["warp-block-uncovered"],
  },
  "a header of the same number from another history": {
    of: ({ header }) => ({
      rlp: headerRlp(warpValidators.chainOf(Number(header.number) + 1, "other").at(-1) ?? header),
    }),
    codes: ["warp-block-differs"],
  },
  "a bit of what is signed": {
    of: ({ message, random }) => ({ message: flipped(message, random, 0, 80) }),
    codes: badForm,
  },
  "another set of signers": {
    of: ({ message, random }) => ({
      message: changed(message, ({ signers }) => ({
        signers: signers ^ (1n << BigInt(Math.floor(random() * 5))),
      })),
    }),
    codes: [...badSignature, "warp-quorum-missing"],
  },
  "a signer beyond the set, or noughts before the bits": {
    of: ({ message, random }) =>
      random() < 0.5
        ? { message: changed(message, ({ signers }) => ({ signers: signers | (1n << 5n) })) }
        : { message: message.replace(/00000001(..)(.{192})$/, "0000000200$1$2") },
    codes: ["warp-signer-unknown", "warp-message-invalid"],
  },
  "a bit of the signature": {
    of: ({ message, random }) => ({ message: flipped(message, random, 89) }),
    codes: badSignature,
  },
  "the signature of another block": {
    of: (scene) => {
      const other = chain[(Number(scene.header.number) + 1) % chain.length] ?? scene.header;
      const stolen = warpValidators.signBlock(other, scene.signers, scene.five);
      const { signature } = signedWarpMessage.read(stolen);
      return { message: changed(scene.message, () => ({ signature })) };
    },
    codes: badSignature,
  },
  "signers counted by their compressed keys, or in the order of the file": {
    of: ({ five, signers, message, random, trust }) => {
      const orders = [
        [...five].sort((a, b) => (a.publicKey < b.publicKey ? -1 : 1)),
        five,
        five.toReversed(),
      ];
      const right = signedWarpMessage.read(message).signers;
      const wrong = orders
        .map((order) =>
          signers.reduce((sum, each) => sum | (1n << BigInt(order.indexOf(each))), 0n),
        )
        .filter((bits) => bits !== right);
      // Where all orders count alike, any other four are as wrong.
      const bits = wrong.length > 0 ? pick(random, wrong) : right === 15n ? 30n : 15n;
      // Of the set after it, whose order is another one, the same four could be those bits.
      const sets = [{ fromBlock: 0n, validators: five.map(warpValidators.publicOf) }];
      const own = { ...trust, sets };
      return { message: changed(message, () => ({ signers: bits })), trust: own };
    },
    codes: badSignature,
  },
  "another network or chain": {
    of: ({ trust, random }) =>
      random() < 0.5
        ? { trust: { ...trust, networkId: trust.networkId + 1 + Math.floor(random() * 9) } }
        : { trust: { ...trust, blockchainId: flipped(trust.blockchainId, random) } },
    codes: ["warp-block-differs"],
  },
  "three of five": {
    of: (scene) => {
      const start = Math.floor(scene.random() * 3);
      return { message: sign(scene, scene.five.slice(start, start + 3)) };
    },
    codes: ["warp-quorum-missing"],
  },
  "the key of a validator that was removed, or a stranger's": {
    of: (scene) => {
      const { five, random, trust } = scene;
      const [removed] = trust.sets[0]?.validators ?? [];
      const old = pool.find(({ publicKey }) => publicKey === removed?.publicKey);
      const gone =
        Number(scene.header.number) >= 12 && old !== undefined ? old : pick(random, strangers);
      const before = [gone, ...five.slice(1)];
      return {
        message: sign(
          scene,
          before.slice(0, 4),
          before.map((its) => its),
        ),
      };
    },
    codes: badSignature,
  },
};

function sceneOf(random: () => number): Scene {
  const start = Math.floor(random() * 9);
  const before = pool.slice(start, start + 5);
  const after = [pool[(start + 7) % 14] as TestWarpValidator, ...before.slice(1)];
  const header = pick(random, chain.slice(1));
  const five = header.number >= 12n ? after : before;
  const [first, second] = [before, after].map((set) => set.map(warpValidators.publicOf));
  const sets = [
    { fromBlock: 0n, validators: first ?? [] },
    { fromBlock: 12n, validators: second ?? [] },
  ];
  const left = Math.floor(random() * 6);
  const signers = five.filter((_, at) => at !== left);
  const trust = { ...warpValidators.chain, sets };
  const message = warpValidators.signBlock(header, signers, five);
  return { random, header, five, signers, message, trust };
}

/** Proves as a bundle's reader does, from bytes on. */
function prove({ header, message, trust }: Scene, mutated: Mutated = {}): unknown {
  const its = headerFromRlp(mutated.rlp ?? headerRlp(header), avalancheHeaders);
  const signedMessage = mutated.message ?? message;
  const signatures = [{ block: header.number, signedMessage }];
  return warpProof.verify([its], mutated.trust ?? trust, { signatures });
}

function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof BaseError) return error.code;
    throw error;
  }
  return "accepted";
}

describe("block proofs that were tampered with", function () {
  this.timeout(1_200_000);

  it("are refused, each with a code that says why, and those as they were signed are taken", () => {
    const seed = faultSeed();
    const random = seededRandom(seed);
    let refused = 0;
    let taken = 0;
    for (let run = 0; run < rounds; run += 1) {
      const scene = sceneOf(random);
      prove(scene);
      taken += 1;
      for (const [name, { of, codes }] of Object.entries(mutations)) {
        const mutated = of(scene);
        const told = `${name}, seed ${seed}, run ${run}`;
        expect(codes, told).to.include(codeOf(() => prove(scene, mutated)));
        refused += 1;
      }
    }
    console.error(`      seed ${seed}, refused ${refused}, taken ${taken}`);
    expect(refused).to.equal(rounds * 12);
  });

  it("are refused in the middle of a batch that is otherwise right", () => {
    const random = seededRandom(faultSeed());
    const five = pool.slice(0, 5);
    const trust = warpValidators.trust(five);
    expect(canonicalWarpSet(five).signers).to.have.length(5);
    const good = chain.slice(1, 7).map((header) => {
      const signedMessage = warpValidators.signBlock(header, five.slice(1), five);
      return { number: header.number, hash: header.hash, signedMessage };
    });
    for (let run = 0; run < faultCount(1, 10); run += 1) {
      const at = Math.floor(random() * good.length);
      const other = good[(at + 1) % good.length]?.signedMessage ?? "0x";
      const { signature } = signedWarpMessage.read(other);
      const bad = good.map((each, index) =>
        index === at
          ? { ...each, signedMessage: changed(each.signedMessage, () => ({ signature })) }
          : each,
      );
      expect(codeOf(() => verifyWarpBlocks(trust, bad))).to.equal("warp-signature-invalid");
      expect(verifyWarpBlocks(trust, good)).to.have.length(6);
    }
    expect(warpMessage.ofBlock(trust, chain[1]?.hash ?? "0x")).to.have.length(80);
  });
});
