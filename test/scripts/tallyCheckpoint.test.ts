import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { encryptKeystoreJsonSync, id, Wallet } from "ethers";
import { checkpointCommand } from "../../scripts/tally/audit/checkpoint/checkpointCommand.ts";
import { sha256Digest } from "../../sdk/documents/sha256Digest.ts";
import { startAnvil, type TestChain } from "../gateway/helpers/startAnvil.ts";

type Run = {
  readonly code: number;
  readonly answer: Record<string, unknown>;
  readonly said: string;
};
type Block = { readonly hash: string };

describe("tally audit checkpoint", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "tallystick-checkpoint-"));
  const path = (name: string) => join(folder, name);
  const write = (name: string, json: unknown) => writeFileSync(path(name), JSON.stringify(json));
  const auditors = { ada: new Wallet(id("ada")), ben: new Wallet(id("ben")) };
  let anvil: TestChain;
  let fork: TestChain;

  /** The verb as the command line runs it, but in this process, which starts once. */
  const tally = async (...args: readonly string[]): Promise<Run> => {
    const { log, error } = console;
    const printed: string[] = [];
    const said: string[] = [];
    const before = process.exitCode;
    process.exitCode = undefined;
    console.log = (text: string) => printed.push(text);
    console.error = (text: string) => said.push(text);
    try {
      await checkpointCommand().parseAsync([...args, "--json"], { from: "user" });
    } finally {
      Object.assign(console, { log, error });
    }
    const code = Number(process.exitCode ?? 0);
    process.exitCode = before;
    return { code, answer: JSON.parse(printed.join("")), said: [...said, ...printed].join("\n") };
  };
  const publish = (chain: TestChain, who: keyof typeof auditors, out: string, ...more: string[]) =>
    tally(
      ...["publish", "--rpc", chain.url, "--name", who, "--out", path(out), ...more],
      ...["--keystore", path(`${who}.key`), "--passphrase-file", path("passphrase")],
    );
  const hashAt = async (chain: TestChain, block: number) => {
    const tag = `0x${block.toString(16)}`;
    return ((await chain.rpc.send("eth_getBlockByNumber", [tag, false])) as Block).hash;
  };

  before(async () => {
    // Both begin with the same block, and then tell two stories.
    [anvil, fork] = await Promise.all([
      startAnvil({ genesisTime: 1_700_000_000 }),
      startAnvil({ genesisTime: 1_700_000_000 }),
    ]);
    for (const [chain, seconds] of [
      [anvil, 5],
      [fork, 50],
    ] as const) {
      await chain.rpc.send("evm_increaseTime", [seconds]);
      for (let block = 0; block < 4; block += 1) await chain.rpc.send("evm_mine", []);
    }
    writeFileSync(path("passphrase"), "a passphrase\n");
    for (const [name, wallet] of Object.entries(auditors)) {
      const scrypt = { N: 1024 };
      const { address, privateKey } = wallet;
      const json = encryptKeystoreJsonSync({ address, privateKey }, "a passphrase", { scrypt });
      writeFileSync(path(`${name}.key`), json);
    }
    write("signers.json", {
      chainId: anvil.chainId,
      genesis: await hashAt(anvil, 0),
      signers: Object.entries(auditors).map(([name, { address }]) => ({ name, account: address })),
    });
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await Promise.all([anvil?.stop(), fork?.stop()]);
  });

  it("publishes what the node has, and another auditor verifies it with another node", async () => {
    const published = await publish(anvil, "ada", "ada.json", "--block", "3");
    expect(published.code, published.said).to.equal(0);
    expect(published.answer["blockHash"]).to.equal(await hashAt(anvil, 3));
    expect(JSON.parse(readFileSync(path("ada.json"), "utf8"))).to.deep.equal(published.answer);
    const signers = ["--checkpoint-signers", path("signers.json")];
    const verified = await tally("verify", path("ada.json"), ...signers, "--rpc", anvil.url);
    expect(verified.code, verified.said).to.equal(0);
    expect(verified.answer["sentence"]).to.contain("which is the node's block as well");
    const elsewhere = await tally("verify", path("ada.json"), ...signers, "--rpc", fork.url);
    expect(elsewhere.code, elsewhere.said).to.equal(1);
    expect(elsewhere.said).to.contain("but ada signed for");
  });

  it("signs digests only of the block that the node has", async () => {
    const tables = [{ table: "lien", rows: 1, digest: id("lien").slice(2) }];
    const digest = sha256Digest(`lien 1 ${id("lien").slice(2)}\n`).slice(2);
    write("digests.json", { block: 2, blockHash: await hashAt(anvil, 2), digest, tables });
    const signed = await publish(anvil, "ada", "state.json", "--digests", path("digests.json"));
    expect(signed.code, signed.said).to.equal(0);
    expect([signed.answer["block"], signed.answer["digest"]]).to.deep.equal([2, `0x${digest}`]);
    const other = await publish(fork, "ada", "no.json", "--digests", path("digests.json"));
    expect(other.code, other.said).to.equal(1);
    expect(other.said).to.contain("but the node has block 2");
  });

  it("signs the digests of a replay's report, unless the replay found a mismatch", async () => {
    const tables = [{ table: "lien", rows: 1, digest: id("lien").slice(2) }];
    const digest = sha256Digest(`lien 1 ${id("lien").slice(2)}\n`).slice(2);
    const scope = { range: { from: 0, to: 2, toHash: await hashAt(anvil, 2) } };
    const report = { scope, firstMismatch: null, digests: { digest, tables, against: null } };
    write("report.json", report);
    const signed = await publish(anvil, "ada", "replayed.json", "--digests", path("report.json"));
    expect([signed.answer["block"], signed.answer["digest"]]).to.deep.equal([2, `0x${digest}`]);
    write("report.json", { ...report, firstMismatch: { sentence: "Block 1 is another." } });
    const refused = await publish(anvil, "ada", "no.json", "--digests", path("report.json"));
    expect(refused.code, refused.said).to.equal(1);
    expect(refused.said).to.contain("Block 1 is another.");
  });

  it("finds a split view, at one block and across blocks", async () => {
    for (const [chain, who, block] of [
      [anvil, "ada", 3],
      [fork, "ben", 3],
      [anvil, "ben", 4],
    ] as const) {
      const name = `${who}-${block}.json`;
      const run = await publish(chain, who, name, "--block", String(block));
      expect(run.code, run.said).to.equal(0);
    }
    const signers = ["--checkpoint-signers", path("signers.json")];
    const [first, forked, later] = ["ada-3", "ben-3", "ben-4"].map((name) => path(`${name}.json`));
    const compare = (one = "", other = "", ...more: string[]) =>
      tally("compare", one, other, ...signers, ...more);
    const split = await compare(first, forked);
    expect([split.code, split.answer["outcome"]], split.said).to.deep.equal([1, "split-view"]);
    const same = await compare(first, first);
    expect([same.code, same.answer["outcome"]], same.said).to.deep.equal([0, "agree"]);
    const unknown = await compare(first, later);
    expect([unknown.code, unknown.answer["outcome"]]).to.deep.equal([3, "not-comparable"]);
    const linked = await compare(first, later, "--rpc", anvil.url);
    expect([linked.code, linked.answer["outcome"]], linked.said).to.deep.equal([0, "agree"]);
    const apart = await compare(forked, later, "--rpc", anvil.url);
    expect([apart.code, apart.answer["outcome"]], apart.said).to.deep.equal([1, "split-view"]);
  });

  it("tells what is forged from what can't be read", async () => {
    const signers = ["--checkpoint-signers", path("signers.json")];
    const signed = JSON.parse(readFileSync(path("ada.json"), "utf8"));
    write("forged.json", { ...signed, block: 4 });
    write("strange.json", { chainId: 1 });
    const outcomes: unknown[] = [];
    for (const name of ["forged.json", "strange.json", "missing.json"]) {
      const { code, answer } = await tally("verify", path(name), ...signers);
      outcomes.push([code, (answer["error"] as { code: string }).code]);
    }
    expect(outcomes).to.deep.equal([
      [1, "checkpoint-signature-invalid"],
      [3, "checkpoint-invalid"],
      [3, "not-checked"],
    ]);
    const command = ["--import", "tsx", "scripts/tally.ts", "audit", "checkpoint", "verify"];
    const forged = await new Promise((resolve) => {
      execFile(process.execPath, [...command, path("forged.json"), ...signers], (error, out) =>
        resolve([error?.code, out]),
      );
    });
    expect(forged, "by the command line itself").to.deep.equal([1, ""]);
    const closed = await tally(
      "verify",
      path("ada.json"),
      ...signers,
      "--rpc",
      "http://127.0.0.1:9",
    );
    expect(closed.code, closed.said).to.equal(3);
  });
});
