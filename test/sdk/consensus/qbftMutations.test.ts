import { expect } from "chai";
import { getBytes, hexlify } from "ethers";
import {
  BaseError,
  type BlockHeader,
  headerFieldAt,
  QbftFollower,
  qbftQuorum,
  readQbftExtraData,
  verifyValidatorHops,
  writeQbftExtraData,
} from "../../../sdk/index.ts";
import { fastRecoverSigner as recover } from "../../../sdk/node.ts";
import { faultCount } from "../../helpers/faultCount.ts";
import { faultSeed } from "../../helpers/faultSeed.ts";
import { qbftSealer, type SealedAs, type TestValidator } from "../../helpers/qbftSealer.ts";
import { seededRandom } from "../../helpers/seededRandom.ts";

const EPOCH = 7;
const everybody = qbftSealer.validators(14);
const strangers = qbftSealer.validators(10, "stranger");
const rounds = faultCount(40, 700);

type Scene = {
  readonly random: () => number;
  readonly parent: BlockHeader;
  readonly set: readonly TestValidator[];
};
type Mutation = {
  readonly header: () => BlockHeader;
  readonly codes: readonly string[];
  /** What hops alone see of it too; they know nothing of votes, nor of what came before. */
  readonly hops: boolean;
};

const accounts = (set: readonly TestValidator[]) => set.map(({ account }) => account);
const badSeal = ["qbft-seal-of-stranger", "qbft-seal-invalid"];

function flipped(hex: string, random: () => number): string {
  const bytes = getBytes(hex);
  const at = Math.floor(random() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 + Math.floor(random() * 255));
  return hexlify(bytes);
}

/** The same header with other items, unsealed anew. */
function altered(header: BlockHeader, name: keyof typeof headerFieldAt, item: string): BlockHeader {
  return qbftSealer.headerOf(header.fields.with(headerFieldAt[name], item));
}

function resealed(
  header: BlockHeader,
  change: (seals: readonly string[]) => string[],
): BlockHeader {
  const read = readQbftExtraData(header.extraData);
  const extraData = { ...read, seals: change(read.seals) };
  return altered(header, "extraData", writeQbftExtraData(extraData));
}

/** Every way of breaking a header, each with the codes that say what is wrong with it. */
const mutations: Readonly<Record<string, (scene: Scene, its: SealedAs) => Mutation>> = {
  "a seal of another block": ({ parent, set, random }, its) => ({
    header: () => {
      const other = qbftSealer.seal(parent, set, { ...its, seconds: 9 });
      const [stolen = ""] = readQbftExtraData(other.extraData).seals;
      const at = Math.floor(random() * qbftQuorum(set.length));
      return resealed(qbftSealer.seal(parent, set, its), (seals) => seals.with(at, stolen));
    },
    codes: badSeal,
    hops: true,
  }),
  "two seals of one validator": ({ parent, set }, its) => ({
    header: () => {
      const block = qbftSealer.seal(parent, set, its);
      return resealed(block, (seals) => [
        ...seals.slice(1),
        ...seals.slice(-1),
        ...seals.slice(-1),
      ]);
    },
    codes: ["qbft-seals-doubled"],
    hops: true,
  }),
  "another round than the one that was sealed": ({ parent, set, random }, its) => ({
    header: () => {
      const sealedRound = its.round ?? 0;
      const round = sealedRound + 1 + Math.floor(random() * 300);
      return qbftSealer.seal(parent, set, { ...its, round, sealedRound });
    },
    codes: badSeal,
    hops: true,
  }),
  "a set with one more": ({ parent, set }, its) => ({
    header: () => {
      const [extra] = strangers as [TestValidator];
      const wrong = [...set, extra].sort((a, b) => (a.account < b.account ? -1 : 1));
      return qbftSealer.seal(parent, wrong, { ...its, sealers: wrong });
    },
    codes: ["qbft-validators-differ"],
    hops: false,
  }),
  "a set of strangers, sealed by them": ({ parent, set }, its) => ({
    header: () => {
      const wrong = strangers.slice(0, set.length);
      const proposer = wrong[0]?.account ?? "";
      return qbftSealer.seal(parent, wrong, { ...its, proposer, sealers: wrong });
    },
    codes: ["qbft-validators-differ", "qbft-hop-untrusted"],
    hops: true,
  }),
  "a listed set that did not seal": ({ parent, set }, its) => ({
    header: () =>
      qbftSealer.seal(parent, set, { ...its, sealers: strangers.slice(0, qbftQuorum(set.length)) }),
    codes: ["qbft-seal-of-stranger"],
    hops: true,
  }),
  "one seal too few": ({ parent, set }, its) => ({
    header: () => {
      const sealers = set.slice(0, qbftQuorum(set.length) - 1);
      return qbftSealer.seal(parent, set, { ...its, sealers });
    },
    codes: ["qbft-seals-too-few"],
    hops: true,
  }),
  "extra data that is cut off": ({ parent, set, random }, its) => ({
    header: () => {
      const block = qbftSealer.seal(parent, set, its);
      const bytes = getBytes(block.extraData);
      const kept = bytes.subarray(0, Math.floor(random() * bytes.length));
      return altered(block, "extraData", hexlify(kept));
    },
    codes: ["qbft-extra-data-invalid"],
    hops: true,
  }),
  "a byte of a seal": ({ parent, set, random }, its) => ({
    header: () =>
      resealed(qbftSealer.seal(parent, set, its), (seals) => {
        const at = Math.floor(random() * seals.length);
        return seals.with(at, flipped(seals[at] ?? "", random));
      }),
    codes: badSeal,
    hops: true,
  }),
  "a byte of what was sealed": ({ parent, set, random }, its) => ({
    header: () => {
      const block = qbftSealer.seal(parent, set, its);
      const names = [
        "stateRoot",
        "receiptsRoot",
        "transactionsRoot",
        "logsBloom",
        "nonce",
      ] as const;
      const name = names[Math.floor(random() * names.length)] ?? "nonce";
      return altered(block, name, flipped(block.fields[headerFieldAt[name]] ?? "", random));
    },
    codes: badSeal,
    hops: true,
  }),
  "a stranger as proposer": ({ parent, set }, its) => ({
    header: () => qbftSealer.seal(parent, set, { ...its, proposer: strangers[0]?.account ?? "" }),
    codes: ["qbft-proposer-unknown"],
    hops: true,
  }),
  "another parent": ({ parent, set, random }, its) => ({
    header: () => {
      const parentHash = flipped(parent.hash, random);
      return qbftSealer.seal(parent, set, { ...its, items: { parentHash } });
    },
    codes: ["qbft-not-next"],
    hops: false,
  }),
};

function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof BaseError) return error.code;
    throw error;
  }
  return "accepted";
}

/** A chain of some blocks with votes among them, up to where the next block is no start of an epoch. */
function grownChain(random: () => number) {
  const size = 1 + Math.floor(random() * 9);
  const genesis = qbftSealer.genesis(everybody.slice(0, size));
  const follower = QbftFollower.fromGenesis(genesis, { recover, epochLength: EPOCH });
  const setNow = () => {
    const { validators } = follower.state;
    return everybody.filter(({ account }) => validators.includes(account));
  };
  let head = genesis;
  const length = 1 + Math.floor(random() * 12);
  for (let block = 1; block <= length || block % EPOCH === 0; block += 1) {
    const set = setNow();
    const about = everybody[Math.floor(random() * everybody.length)] as TestValidator;
    const adds = !set.includes(about) || set.length === 1;
    const vote = { recipient: about.account, adds };
    const its = block % EPOCH !== 0 && random() < 0.6 ? { vote } : {};
    head = qbftSealer.seal(head, set, { ...its, round: Math.floor(random() * 3) });
    follower.add(head);
  }
  return { follower, head, set: setNow() };
}

describe("QBFT headers that were tampered with", function () {
  this.timeout(600_000);

  it("are refused, each with a code that says why, and those as they were sealed are taken", () => {
    const seed = faultSeed();
    const random = seededRandom(seed);
    let refused = 0;
    let taken = 0;
    for (let run = 0; run < rounds; run += 1) {
      const { follower, head, set } = grownChain(random);
      const before = follower.state;
      const scene: Scene = { random, parent: head, set };
      const its: SealedAs = { round: Math.floor(random() * 3) };
      for (const [name, make] of Object.entries(mutations)) {
        const { header, codes, hops } = make(scene, its);
        const told = `${name}, seed ${seed}, run ${run}`;
        expect(codes, told).to.include(codeOf(() => follower.add(header())));
        refused += 1;
        if (!hops) continue;
        const validators = accounts(set);
        const hop = () => verifyValidatorHops({ validators, headers: [header()], recover });
        expect(codes, `${told}, by hops`).to.include(codeOf(hop));
        refused += 1;
      }
      expect(follower.state).to.deep.equal(before);
      const good = qbftSealer.seal(head, set, its);
      verifyValidatorHops({ validators: accounts(set), headers: [good], recover });
      follower.add(good);
      taken += 2;
    }
    console.error(`      seed ${seed}, refused ${refused}, taken ${taken}`);
    expect(refused).to.equal(rounds * 22);
  });

  it("are refused with a vote where an epoch begins, whoever voted for whom", () => {
    const random = seededRandom(faultSeed());
    for (let run = 0; run < rounds; run += 1) {
      const set = everybody.slice(0, 1 + Math.floor(random() * 9));
      let head = qbftSealer.genesis(set);
      const follower = QbftFollower.fromGenesis(head, { recover, epochLength: 3 });
      for (let block = 1; block < 3; block += 1) {
        head = qbftSealer.seal(head, set);
        follower.add(head);
      }
      const about = everybody[Math.floor(random() * everybody.length)] as TestValidator;
      const vote = { recipient: about.account, adds: random() < 0.5 };
      const voting = qbftSealer.seal(head, set, { vote });
      expect(codeOf(() => follower.add(voting))).to.equal("qbft-vote-at-epoch");
      follower.add(qbftSealer.seal(head, set));
    }
  });
});
