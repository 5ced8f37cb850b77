import { expect } from "chai";
import { signedEngine } from "../../../scripts/tally/audit/replay/signedEngine.ts";
import { temporaryFile } from "../../gateway/helpers/temporaryFile.ts";
import { type WarpServers, warpServers } from "../../gateway/helpers/warpServers.ts";
import { warpValidators } from "../../helpers/warpValidators.ts";

const five = warpValidators.validators(5);
const headers = warpValidators.chainOf(9);
const weigh = (set: typeof five) =>
  set.map(warpValidators.publicOf).map((each) => ({ ...each, weight: `${each.weight}` }));

describe("a replay of an engine whose validators sign on request", () => {
  let nodes: WarpServers;
  let file = "";
  const later = [...five.slice(1), ...warpValidators.validators(1, "newcomer")];
  before(async () => {
    const hashes = new Set(headers.map(({ hash }) => hash));
    nodes = await warpServers(five, async (hash) => hashes.has(hash));
    const sets = [{ fromBlock: "0", validators: weigh(five) }];
    const pinned = { kind: "warp", ...warpValidators.chain, sets };
    file = await temporaryFile("validators.json", JSON.stringify(pinned));
  });
  after(() => nodes.close());

  const engineOf = (warpUrls: readonly string[] = nodes.urls, validators = file) =>
    signedEngine("subnet-evm", { validators, warpUrls });

  it("has the last block signed for, which covers all that it descends from", async () => {
    const engine = await engineOf();
    for (const header of headers) expect(engine.follow(header)).to.deep.equal([]);
    expect(await engine.finish?.()).to.deep.equal([]);
    expect(engine.checked).to.equal(9);
    expect(engine.facts()).to.include({ proof: "warp" });
    expect(engine.facts().validators).to.have.length(5);
  });

  it("goes on from what was stored, and covers no more than what follows hash by hash", async () => {
    const before = await engineOf();
    for (const header of headers.slice(0, 5)) before.follow(header);
    const engine = await engineOf();
    engine.load(JSON.parse(JSON.stringify(before.save())));
    for (const header of headers.slice(5)) engine.follow(header);
    await engine.finish?.();
    expect(engine.checked).to.equal(9);
    const torn = await engineOf();
    for (const header of headers.toSpliced(4, 1)) torn.follow(header);
    await torn.finish?.();
    expect(torn.checked).to.equal(4);
  });

  it("finds a history that the validators know nothing of", async () => {
    const engine = await engineOf();
    for (const header of warpValidators.chainOf(6, "made up")) engine.follow(header);
    const [finding, ...more] = (await engine.finish?.()) ?? [];
    expect(more).to.deep.equal([]);
    expect(finding).to.include({ code: "seals", block: 5, actual: "0 signatures" });
  });

  it("says that it could not be checked where too few validators answer", async () => {
    const engine = await engineOf(nodes.urls.slice(0, 3));
    for (const header of headers) engine.follow(header);
    const outcome = await engine.finish?.().then(
      () => "finished",
      (error: Error) => error.message,
    );
    expect(outcome).to.match(/^Too few validators answer to prove block 8/);
  });

  it("tells when which validators came and went, and takes no file that says nothing of them", async () => {
    const sets = [
      { fromBlock: "0", validators: weigh(five) },
      { fromBlock: "6", validators: weigh(later) },
    ];
    const pinned = JSON.stringify({ kind: "warp", ...warpValidators.chain, sets });
    const engine = await engineOf([], await temporaryFile("validators.json", pinned));
    expect(engine.facts().changes).to.deep.equal([
      { block: 6, added: [later[4]?.publicKey], removed: [five[0]?.publicKey] },
    ]);
    const outcome = await engineOf([], await temporaryFile("validators.json", "{}")).then(
      () => "taken",
      (error: Error) => error.message,
    );
    expect(outcome).to.match(/does not say who signs blocks/);
  });
});
