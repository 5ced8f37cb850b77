import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils } from "@avalabs/avalanchejs";
import { readWarpTrust } from "@tallystick/sdk";
import { expect } from "chai";
import { readValidatorEnds } from "../../gateway/permissioning/readValidatorEnds.ts";
import { networkKeys } from "../../scripts/network/keys/networkKeys.ts";
import { platformAddress } from "../../scripts/network/platform/platformAddress.ts";
import { sendTransaction } from "../../scripts/network/platform/sendTransaction.ts";
import { signTransaction } from "../../scripts/network/platform/signTransaction.ts";
import { transactionFile } from "../../scripts/network/platform/transactionFile.ts";
import { kill } from "../../scripts/network/verbs/kill.ts";
import { probe } from "../../scripts/network/verbs/probe.ts";
import { status } from "../../scripts/network/verbs/status.ts";
import { addValidator } from "../../scripts/network/verbs/validators/addValidator.ts";
import { listValidators } from "../../scripts/network/verbs/validators/listValidators.ts";
import { proposeValidator } from "../../scripts/network/verbs/validators/proposeValidator.ts";
import { removeValidator } from "../../scripts/network/verbs/validators/removeValidator.ts";
import { renewValidators } from "../../scripts/network/verbs/validators/renewValidators.ts";
import { chainOf } from "./helpers/chainOf.ts";
import { networkSuite } from "./helpers/networkSuite.ts";
import { proveCertificates } from "./helpers/proveCertificates.ts";
import { unequalGateways } from "./helpers/unequalGateways.ts";

const asTheyAre = { validators: 0, members: 0, threshold: 0 };

// Named to be played last: other suites know the validators by their first numbers.
networkSuite("Validators that change", (network) => {
  const options = () => ({ directory: network().directory, tell: () => undefined });
  const urlOf = (position: number) => {
    const { host = "", httpPort = 0 } = network().state.validators[position] ?? {};
    return `http://${host}:${httpPort}`;
  };
  let folder = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tallystick-change-"));
  });
  after(async () => {
    if (folder !== "") await rm(folder, { recursive: true, force: true });
  });

  it("are listed with the time that each one ends, as the gateways' metric has it", async () => {
    const { validators, owners, threshold, warnings } = await listValidators(network().directory);
    expect(validators.map(({ index }) => index)).to.deep.equal([1, 2, 3, 4, 5]);
    expect([owners.length, threshold, warnings]).to.deep.equal([5, 3, []]);
    const urls = network().state.validators.map(({ rpcUrl = "" }) => rpcUrl);
    const ends = await readValidatorEnds(["http://127.0.0.1:1/ext/bc/2/rpc", ...urls]);
    const days = validators.map(({ nodeId, days: left }) => [nodeId, left]);
    expect(ends.map(({ nodeId, days: left }) => [nodeId, left])).to.have.deep.members(days);
    const soon = await readValidatorEnds(urls, (ends[0]?.end ?? 0) - 29 * 86_400);
    expect(soon[0]?.warning).to.include("29 more days");
  });

  it("take a sixth, and the ledger goes on", async () => {
    const { index, fromBlock } = await addValidator(options());
    expect(index).to.equal(6);
    expect(Number(fromBlock)).to.be.above(0);
    const now = await status(network().directory);
    expect(now.validators.map(({ index: each, up }) => [each, up])).to.deep.include([6, true]);
    expect((await probe(network().directory)).included).to.equal(true);
  });

  it("lose one by a transaction that three members sign as a file, never by two", async () => {
    const { memberSecrets, fundingSecret } = await networkKeys(network().directory, asTheyAre);
    const node = network().state.validators[4]?.nodeId ?? "";
    const file = join(folder, "change.json");
    const { owners } = await listValidators(network().directory);
    const { directory } = network();
    await transactionFile.write(
      file,
      await proposeValidator(directory, "remove", { node, owners: owners.slice(1, 4) }),
    );
    for (const secret of [fundingSecret, ...memberSecrets]) {
      const signed = await signTransaction(transactionFile.read(file), secret).catch(
        () => undefined,
      );
      if (signed !== undefined) await transactionFile.write(file, signed);
      const missing = transactionFile.missing(transactionFile.read(file));
      if (missing.length !== 1) continue;
      const early = await sendTransaction(urlOf(0), transactionFile.read(file)).catch(String);
      expect(early).to.include("lacks signatures");
    }
    await sendTransaction(urlOf(0), transactionFile.read(file));
    // The set on the chain below is changed; this network's own record of it follows.
    const { transactionId } = await removeValidator(options(), 5);
    expect(transactionId).to.equal(null);
    const left = await listValidators(directory);
    expect(left.validators.map(({ index }) => index)).to.deep.equal([1, 2, 3, 4, 6]);
  });

  it("go on without the removed one's node, and pin who signs from which block on", async () => {
    await kill(options(), { validators: [5], gateways: [] });
    const { included, seconds } = await probe(network().directory);
    expect(included).to.equal(true);
    console.error(`without the replaced validator's node: included after ${seconds} s`);
    const now = await status(network().directory);
    expect(now.validators.map(({ index, up }) => [index, up])).to.deep.equal(
      [1, 2, 3, 4, 6].map((index) => [index, true]),
    );
    const text = await readFile(join(network().directory, "validators.json"), "utf8");
    const { sets } = readWarpTrust(JSON.parse(text));
    const nodes = (set = sets.at(-1)) => set?.validators.map(({ nodeId }) => nodeId);
    const [, , , , fifth] = network().state.validators.map(({ nodeId }) => nodeId);
    expect(nodes(sets[0])).to.include(fifth);
    expect(nodes()).to.have.length(5).and.not.to.include(fifth);
  });

  it("are renewed by a successor with a new stake", async () => {
    const { validators } = await listValidators(network().directory);
    const soonest = validators.find(({ index }) => index === 6)?.days ?? 0;
    // Its stake is of 364 days, and theirs were of 365.
    const renewed = await renewValidators(options(), soonest);
    expect(renewed.map(({ added, removed }) => [removed.index, added.index])).to.deep.equal([
      [6, 7],
    ]);
    const left = await listValidators(network().directory);
    expect(left.validators.map(({ index }) => index)).to.deep.equal([1, 2, 3, 4, 7]);
    expect(await renewValidators(options(), 30)).to.deep.equal([]);
  });

  it("are never fewer than four", async () => {
    await removeValidator(options(), 4);
    const refusal = await removeValidator(options(), 3).catch(({ code }: { code: string }) => code);
    expect(refusal).to.equal("TOO_FEW_VALIDATORS");
    expect((await probe(network().directory)).included).to.equal(true);
    const { index } = await addValidator(options());
    expect(index).to.equal(8);
  });

  it("belong to other keys once three of the old ones say so", async () => {
    const { directory } = network();
    const { memberSecrets, fundingSecret } = await networkKeys(directory, asTheyAre);
    const { owners } = await listValidators(directory);
    const [prefix = ""] = owners[0]?.slice(2).split("1") ?? [];
    const addressOf = (secret: string) => utils.format("P", prefix, platformAddress(secret));
    const comes = addressOf("7".repeat(64));
    const stay = memberSecrets.slice(0, 4).map(addressOf);
    const to = [...stay, comes];
    let handover = await proposeValidator(directory, "owners", {
      ...{ to, threshold: 3n, owners: stay.slice(0, 3) },
    });
    for (const secret of [fundingSecret, ...memberSecrets.slice(0, 3)]) {
      handover = await signTransaction(handover, secret);
    }
    await sendTransaction(urlOf(0), handover);
    const now = await listValidators(directory);
    expect(now.owners).to.have.members(to);
    expect(now.threshold).to.equal(3);
  });

  it("prove every block and certificate, old and new, to whoever has their recorded changes", async () => {
    // Gateways ask the nodes that they were started with.
    await network().killGateways();
    await network().startGateways();
    expect((await probe(network().directory)).included).to.equal(true);
    await chainOf(network()).proved();
    expect(await unequalGateways(network())).to.equal(0);
    expect(await proveCertificates(network())).to.include({ unproved: 0 });
  });
});
