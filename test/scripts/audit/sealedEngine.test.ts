import { expect } from "chai";
import { sealedEngine } from "../../../scripts/tally/audit/replay/sealedEngine.ts";
import type { BlockHeader } from "../../../sdk/index.ts";
import { fastRecoverSigner as recover } from "../../../sdk/node.ts";
import { qbftSealer, type SealedAs } from "../../helpers/qbftSealer.ts";

const everybody = qbftSealer.validators(5);
const set = everybody.slice(0, 4);
const [one, two, three] = set;
const fresh = everybody[4];

/** Block 0 and some after it, in the last of which the fifth validator is voted in. */
function chainOf(...more: readonly SealedAs[]): BlockHeader[] {
  const headers = [qbftSealer.genesis(set)];
  for (const its of more) {
    const parent = headers.at(-1);
    if (parent !== undefined) headers.push(qbftSealer.seal(parent, set, its));
  }
  return headers;
}
const votes = [one, two, three].map((by) => ({
  proposer: by?.account ?? "",
  vote: { recipient: fresh?.account ?? "", adds: true },
}));

describe("a replay of an engine that seals", () => {
  it("follows the validators and tells each change of them", () => {
    const engine = sealedEngine("besu", { recover });
    for (const header of chainOf({}, ...votes)) expect(engine.follow(header)).to.deep.equal([]);
    expect(engine.checked).to.equal(4);
    const { proof, validators, changes } = engine.facts();
    expect(proof).to.equal("qbft");
    expect(validators).to.deep.equal(set.map(({ account }) => account));
    expect(changes).to.deep.equal([{ block: 4, added: [fresh?.account], removed: [] }]);
  });

  it("goes on from what was stored", () => {
    const headers = chainOf({}, ...votes);
    const before = sealedEngine("besu", { recover });
    for (const header of headers.slice(0, 4)) before.follow(header);
    const engine = sealedEngine("besu", { recover });
    engine.load(JSON.parse(JSON.stringify(before.save())));
    expect(engine.follow(headers[4] as BlockHeader)).to.deep.equal([]);
    expect(engine.facts().changes).to.have.length(1);
  });

  it("knows the epochs of the genesis that it is told of", () => {
    const headers = chainOf(...votes.slice(0, 2), {}, ...votes.slice(2));
    const changes = [3, 30_000].map((epochLength) => {
      const engine = sealedEngine("besu", { recover, epochLength });
      for (const header of headers) expect(engine.follow(header)).to.deep.equal([]);
      return engine.facts().changes.length;
    });
    expect(changes).to.deep.equal([0, 1]);
  });

  it("finds the block that no quorum sealed, once", () => {
    const engine = sealedEngine("besu", { recover });
    const headers = chainOf({}, { sealers: set.slice(0, 2) }, {}, {});
    const found = headers.flatMap((header) => engine.follow(header));
    expect(found).to.have.length(1);
    expect(found[0]).to.include({ code: "seals", block: 2, actual: "qbft-seals-too-few" });
  });
});
