import { expect } from "chai";
import { type BlockHeader, QbftFollower } from "../../../sdk/index.ts";
import { fastRecoverSigner } from "../../../sdk/node.ts";
import { qbftSealer, type SealedAs, type TestValidator } from "../../helpers/qbftSealer.ts";
import { expectCode } from "../expectCode.ts";

const everybody = qbftSealer.validators(12);
const accounts = (set: readonly TestValidator[]) => set.map(({ account }) => account);

/** A chain that grows by hand: the test says who seals, the follower checks. */
class TestChain {
  readonly follower: QbftFollower;
  set: TestValidator[];
  head: BlockHeader;

  constructor(set: readonly TestValidator[], epochLength = 30_000) {
    this.set = [...set];
    this.head = qbftSealer.genesis(set);
    this.follower = QbftFollower.fromGenesis(this.head, {
      epochLength,
      recover: fastRecoverSigner,
    });
  }

  next(its: SealedAs = {}): readonly string[] {
    const header = qbftSealer.seal(this.head, this.set, its);
    const { signers } = this.follower.add(header);
    this.head = header;
    // What the votes made is what the next header must list and be sealed by.
    const { validators } = this.follower.state;
    this.set = everybody.filter(({ account }) => validators.includes(account));
    return signers;
  }

  vote(by: TestValidator | undefined, about: TestValidator | undefined, adds: boolean): number {
    const vote = { recipient: about?.account ?? "", adds };
    this.next({ proposer: by?.account ?? "", vote });
    return this.set.length;
  }

  empty(count: number): void {
    for (let block = 0; block < count; block += 1) this.next();
  }
}

describe("following a QBFT chain", () => {
  it("takes headers that a quorum sealed, in any round, and names who did", () => {
    const set = everybody.slice(0, 4);
    const chain = new TestChain(set);
    expect(chain.next()).to.deep.equal(accounts(set.slice(0, 3)));
    expect(chain.next({ sealers: set, round: 7 })).to.deep.equal(accounts(set));
    expect(chain.next({ sealers: [...set.slice(1)].reverse() })).to.have.length(3);
    expect(chain.follower.state).to.deep.equal({
      block: 3,
      blockHash: chain.head.hash,
      timestamp: 6,
      validators: accounts(set),
      votes: [],
    });
  });

  it("adds a validator when more than half voted for it", () => {
    const chain = new TestChain(everybody.slice(0, 4));
    const [one, two, three] = chain.set;
    const fresh = everybody[7];
    expect(chain.vote(one, fresh, true)).to.equal(4);
    expect(chain.vote(one, fresh, true), "the same vote again").to.equal(4);
    expect(chain.vote(two, fresh, true)).to.equal(4);
    expect(chain.vote(three, fresh, true)).to.equal(5);
    expect(accounts(chain.set)).to.include(fresh?.account);
    chain.empty(3);
    expect(chain.follower.state.votes).to.deep.equal([]);
  });

  it("drops a validator, and with it the votes that it cast", () => {
    const chain = new TestChain(everybody.slice(0, 4));
    const [one, two, three, four] = chain.set;
    const fresh = everybody[7];
    expect(chain.vote(four, fresh, true)).to.equal(4);
    expect(chain.vote(one, four, false)).to.equal(4);
    expect(chain.vote(two, four, false)).to.equal(4);
    expect(chain.vote(three, four, false)).to.equal(3);
    // Two of three are needed now, and the vote of who is gone does not count.
    expect(chain.vote(one, fresh, true)).to.equal(3);
    expect(chain.vote(two, fresh, true)).to.equal(4);
  });

  it("counts a changed mind once, and both sides whenever a vote comes", () => {
    const chain = new TestChain(everybody.slice(0, 4));
    const [one, two, three, four] = chain.set;
    const fresh = everybody[7];
    chain.vote(one, fresh, true);
    expect(chain.vote(one, fresh, false)).to.equal(4);
    expect(chain.vote(two, fresh, true)).to.equal(4);
    expect(chain.vote(three, fresh, true)).to.equal(4);
    for (const by of [one, two, three]) chain.vote(by, four, false);
    expect(chain.set).to.have.length(3);
    // Two votes for it are more than half of three already; even a vote against it brings them up.
    expect(chain.vote(one, fresh, false)).to.equal(4);
  });

  it("throws open votes away when an epoch begins", () => {
    const chain = new TestChain(everybody.slice(0, 4), 5);
    const [one, two, three] = chain.set;
    const fresh = everybody[7];
    chain.vote(one, fresh, true);
    chain.vote(two, everybody[0], false);
    chain.vote(two, fresh, true);
    chain.empty(2);
    expect(chain.follower.state.votes).to.deep.equal([]);
    expect(chain.vote(three, fresh, true)).to.equal(4);
    expect(chain.vote(one, fresh, true)).to.equal(4);
    expect(chain.vote(two, fresh, true)).to.equal(5);
  });

  it("goes on from a state that was stored, open votes included", () => {
    const chain = new TestChain(everybody.slice(0, 4));
    const [one, two, three] = chain.set;
    const fresh = everybody[7];
    chain.vote(one, fresh, true);
    chain.vote(two, fresh, true);
    const stored = JSON.parse(JSON.stringify(chain.follower.state));
    const resumed = new QbftFollower(stored, { recover: fastRecoverSigner });
    const vote = { recipient: fresh?.account ?? "", adds: true };
    const header = qbftSealer.seal(chain.head, chain.set, { proposer: three?.account ?? "", vote });
    resumed.add(header);
    expect(resumed.state.validators).to.have.length(5);
    chain.follower.add(header);
    expect(resumed.state).to.deep.equal(chain.follower.state);
  });

  it("grows from one validator to seven and shrinks again, block after block", () => {
    const chain = new TestChain(everybody.slice(0, 1));
    for (let size = 1; size < 7; size += 1) {
      const needed = Math.floor(size / 2) + 1;
      for (const by of chain.set.slice(0, needed)) chain.vote(by, everybody[size], true);
      expect(chain.set).to.have.length(size + 1);
    }
    for (let size = 7; size > 1; size -= 1) {
      const needed = Math.floor(size / 2) + 1;
      for (const by of chain.set.slice(0, needed)) chain.vote(by, chain.set.at(-1), false);
      expect(chain.set).to.have.length(size - 1);
    }
  });

  it("refuses what breaks a rule, and goes on as if it had not come", () => {
    const chain = new TestChain(everybody.slice(0, 4), 3);
    const strangers = qbftSealer.validators(4, "stranger");
    const { set } = chain;
    const [, second, third] = set;
    chain.next();
    const before = chain.follower.state;
    const refused = (its: SealedAs, code: string): void => {
      expectCode(() => chain.follower.add(qbftSealer.seal(chain.head, set, its)), code);
    };
    refused({ sealers: set.slice(0, 2) }, "qbft-seals-too-few");
    refused({ sealers: [] }, "qbft-seals-too-few");
    refused({ sealers: [...set.slice(0, 2), ...set.slice(0, 1)] }, "qbft-seals-doubled");
    refused({ sealers: [...set.slice(0, 3), ...strangers.slice(0, 1)] }, "qbft-seal-of-stranger");
    refused({ round: 1, sealedRound: 0 }, "qbft-seal-of-stranger");
    refused(
      { listed: accounts(set).slice(0, 3), proposer: second?.account ?? "" },
      "qbft-validators-differ",
    );
    refused({ listed: accounts(set).reverse() }, "qbft-validators-differ");
    refused({ listed: [] }, "qbft-validators-missing");
    refused({ proposer: strangers[0]?.account ?? "" }, "qbft-proposer-unknown");
    refused({ items: { difficulty: "0x02" } }, "qbft-header-invalid");
    refused({ items: { mixHash: `0x${"00".repeat(32)}` } }, "qbft-header-invalid");
    refused({ seconds: 0 }, "qbft-header-invalid");
    refused({ items: { number: "0x09" } }, "qbft-not-next");
    refused({ items: { parentHash: `0x${"11".repeat(32)}` } }, "qbft-not-next");
    chain.next();
    const vote = { recipient: third?.account ?? "", adds: false };
    refused({ vote }, "qbft-vote-at-epoch");
    expect(chain.follower.state).to.deep.equal({
      ...before,
      ...{ block: 2, blockHash: chain.head.hash, timestamp: 4 },
    });
    chain.next();
  });

  it("does not begin where a contract keeps the validators", () => {
    const genesis = qbftSealer.genesis([]);
    expectCode(() => QbftFollower.fromGenesis(genesis), "qbft-validators-missing");
  });
});
