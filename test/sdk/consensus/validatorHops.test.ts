import { expect } from "chai";
import {
  type BlockHeader,
  findValidatorHops,
  QbftFollower,
  qbftProof,
  verifyValidatorHops,
} from "../../../sdk/index.ts";
import { fastRecoverSigner as recover } from "../../../sdk/node.ts";
import { qbftSealer, type TestValidator } from "../../helpers/qbftSealer.ts";
import { expectCode } from "../expectCode.ts";

const everybody = qbftSealer.validators(16);
const accounts = (set: readonly TestValidator[]) => set.map(({ account }) => account);

/** A chain on which each validator of the first set is replaced by another one, with quiet blocks between. */
function changingChain(quiet: number): { headers: BlockHeader[]; start: TestValidator[] } {
  const start = everybody.slice(0, 4);
  const headers = [qbftSealer.genesis(start)];
  const [genesis] = headers;
  if (genesis === undefined) throw new Error("no genesis");
  const follower = QbftFollower.fromGenesis(genesis, { recover });
  const setNow = () => {
    const { validators } = follower.state;
    return everybody.filter(({ account }) => validators.includes(account));
  };
  const add = (by?: TestValidator, about?: TestValidator, adds = true): void => {
    const vote = about && { recipient: about.account, adds };
    const its = { ...(by && { proposer: by.account }), ...(vote && { vote }) };
    const header = qbftSealer.seal(headers.at(-1) ?? genesis, setNow(), its);
    follower.add(header);
    headers.push(header);
  };
  for (const [index, leaving] of start.entries()) {
    const set = setNow();
    for (const by of set.slice(0, Math.floor(set.length / 2) + 1)) add(by, everybody[8 + index]);
    const larger = setNow().filter((each) => each !== leaving);
    for (const by of larger.slice(0, 3)) add(by, leaving, false);
    for (let block = 0; block < quiet; block += 1) add();
  }
  return { headers, start };
}

describe("hops of the validators", () => {
  const { headers, start } = changingChain(20);
  const last = headers.at(-1) as BlockHeader;
  const trusted = accounts(start);
  const headerAt = async (block: bigint) => headers[Number(block)] as BlockHeader;
  const find = (blocks: readonly bigint[]) =>
    findValidatorHops({ validators: trusted, from: 0n, blocks, headerAt, recover });

  it("lead from a set to one that has nobody of it, by few headers", async () => {
    const hops = await find([last.number]);
    expect(hops.length).to.be.within(2, 6);
    expect(hops.at(-1)).to.equal(last);
    const proved = verifyValidatorHops({ validators: trusted, headers: hops, recover });
    expect(proved.map(({ hash }) => hash)).to.deep.equal(hops.map(({ hash }) => hash));
    const signers = proved.at(-1)?.signers ?? [];
    expect(signers.some((signer) => trusted.includes(signer))).to.equal(false);
    const inJavaScript = verifyValidatorHops({ validators: trusted, headers: hops });
    expect(inJavaScript).to.deep.equal(proved);
  });

  it("are not needed while enough of the set is left", async () => {
    expect((await find([1n])).map(({ number }) => number)).to.deep.equal([1n]);
    expect((await find([1n, 10n])).map(({ number }) => number)).to.deep.equal([1n, 10n]);
  });

  it("can't be left out, put in another order, or begun from another set", async () => {
    const hops = await find([last.number]);
    const verify =
      (tried: readonly BlockHeader[], validators = trusted) =>
      () =>
        verifyValidatorHops({ validators, headers: tried, recover });
    expectCode(verify([last]), "qbft-hop-untrusted");
    expectCode(verify([...hops].reverse()), "qbft-hop-untrusted");
    expectCode(verify([...hops, last]), "qbft-hop-untrusted");
    expectCode(verify(hops, accounts(everybody.slice(12))), "qbft-hop-untrusted");
  });

  it("need more than a third of the trusted set, not a third", () => {
    const [genesis] = headers as [BlockHeader];
    const six = everybody.slice(0, 6);
    const block = (kept: number) => {
      const set = [...six.slice(0, kept), ...everybody.slice(6, 9)].slice(0, 4);
      const sorted = set.sort((one, other) => (one.account < other.account ? -1 : 1));
      return qbftSealer.seal(genesis, sorted, { sealers: sorted });
    };
    const verify = (header: BlockHeader) => () =>
      verifyValidatorHops({ validators: accounts(six), headers: [header], recover });
    expectCode(verify(block(2)), "qbft-hop-untrusted");
    expect(verify(block(3))()).to.have.length(1);
  });

  it("don't take a header under a name that isn't its own, or beside its parent", () => {
    const [, first, second] = headers as [BlockHeader, BlockHeader, BlockHeader];
    const verify = (tried: readonly BlockHeader[]) => () =>
      verifyValidatorHops({ validators: trusted, headers: tried, recover });
    expectCode(verify([{ ...first, hash: second.hash }]), "qbft-header-invalid");
    const fork = qbftSealer.seal(headers[0] as BlockHeader, start, { seconds: 9 });
    expectCode(verify([fork, second]), "qbft-hop-untrusted");
    expect(verify([first, second])()).to.have.length(2);
  });

  it("say what they prove and no more", async () => {
    const hops = await find([last.number]);
    const verdict = qbftProof.verify(hops, { validators: trusted }, { recover });
    expect(verdict.trust).to.equal("validators");
    expect(verdict.sentence).to.contain("sealed by validators that follow from the 4 trusted ones");
    expect(qbftProof.proves).to.contain("fewer than a third");
    const none = qbftProof.verify([], { validators: trusted }, {});
    expect(none.sentence).to.equal("No block was to be proved.");
  });
});
