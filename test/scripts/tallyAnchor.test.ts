import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { sha256, toUtf8Bytes } from "ethers";
import { anchorBuild } from "../../scripts/tally/anchorBuild.ts";
import { anchorProve } from "../../scripts/tally/anchorProve.ts";
import { verifyInclusion } from "../../sdk/index.ts";

const execute = promisify(execFile);

describe("tally anchor", function () {
  this.timeout(60_000);
  let folder = "";
  let out = "";
  let texts: Readonly<Record<string, string>> = {};

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tallystick-anchor-"));
    out = join(folder, "manifest");
    texts = { "b.txt": "waybill b", "a.txt": "waybill a", "deep/c.txt": "waybill c" };
    await mkdir(join(folder, "documents/deep"), { recursive: true });
    for (const [name, text] of Object.entries(texts))
      await writeFile(join(folder, "documents", name), text);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const codeOf = async (work: Promise<unknown>) =>
    work.then(
      () => "nothing was thrown",
      (error: { code?: string }) => error.code,
    );

  it("makes the root of a folder's files, and proves each of them from its manifest", async () => {
    const built = await anchorBuild(join(folder, "documents"), { out });
    expect(built).to.deep.include({ count: 3, manifest: out });
    for (const [name, text] of Object.entries(texts)) {
      const { root, proof, salt, digest } = await anchorProve(out, name);
      expect(root).to.equal(built.root);
      expect(digest).to.equal(sha256(toUtf8Bytes(text)));
      expect(verifyInclusion(root, { salt, digest }, proof)).to.equal(true);
    }
  });

  it("keeps the manifest from others' eyes and never writes over one", async () => {
    const first = await anchorBuild(join(folder, "documents"), { out });
    expect((await stat(out)).mode & 0o777).to.equal(0o600);
    expect(await codeOf(anchorBuild(join(folder, "documents"), { out }))).to.equal(
      "anchor-manifest-invalid",
    );
    expect((await anchorProve(out, "a.txt")).root).to.equal(first.root);
  });

  it("has another root every time, since salts are random", async () => {
    const one = await anchorBuild(join(folder, "documents"), { out });
    const two = await anchorBuild(join(folder, "documents"), { out: join(folder, "second") });
    expect(one.root).to.not.equal(two.root);
  });

  it("takes a list as sha256sum writes it, and names the line that is none", async () => {
    const list = join(folder, "list");
    const line = (text: string) => `${sha256(toUtf8Bytes(text)).slice(2)}  ${text}.xml\n`;
    await writeFile(list, line("one") + line("two"));
    expect(await anchorBuild(list, { out })).to.deep.include({ count: 2 });
    await writeFile(list, `${line("one")}two.xml\n`);
    const other = join(folder, "other");
    const refused = await anchorBuild(list, { out: other }).catch((error: Error) => error);
    expect(refused).to.be.an("error").with.property("message").that.contains("line 2");
    expect(existsSync(other), "an unfinished manifest").to.equal(false);
  });

  it("refuses a source or a manifest that isn't there, and one without documents", async () => {
    expect(await codeOf(anchorBuild(join(folder, "none"), { out }))).to.equal(
      "anchor-source-unreadable",
    );
    expect(await codeOf(anchorProve(join(folder, "none"), "a.txt"))).to.equal(
      "anchor-source-unreadable",
    );
    await mkdir(join(folder, "empty"));
    expect(await codeOf(anchorBuild(join(folder, "empty"), { out }))).to.equal("anchor-empty");
  });

  it("proves nothing from a manifest that was cut off, changed or went on", async () => {
    await anchorBuild(join(folder, "documents"), { out });
    const whole = await readFile(out, "utf8");
    const lines = whole.trimEnd().split("\n");
    const changed = join(folder, "changed");
    for (const text of [
      lines.slice(0, -1).join("\n"),
      lines.slice(1).join("\n"),
      `${whole}${lines[0]}\n`,
      whole.replace('"digest":"0x', '"digest":"0y'),
    ]) {
      await writeFile(changed, text);
      expect(await codeOf(anchorProve(changed, "b.txt"))).to.equal("anchor-manifest-invalid");
    }
    expect(await codeOf(anchorProve(out, "z.txt"))).to.equal("anchor-manifest-invalid");
  });

  it("answers on the command line with exit codes that scripts can trust", async () => {
    const tally = (...args: readonly string[]) =>
      execute(process.execPath, ["--import", "tsx", "scripts/tally.ts", "anchor", ...args]).then(
        ({ stdout }) => ({ code: 0, answer: JSON.parse(stdout) }),
        ({ code, stdout }) => ({ code, answer: JSON.parse(stdout) }),
      );
    const built = await tally("build", join(folder, "documents"), "--out", out, "--json");
    expect(built.code).to.equal(0);
    const { answer } = await tally("prove", out, "a.txt", "--json");
    const shown = ["--root", answer.root, "--salt", answer.salt, "--proof", answer.proof.join(",")];
    const right = await tally("verify", ...shown, "--digest", answer.digest, "--json");
    expect([right.code, right.answer.included]).to.deep.equal([0, true]);
    const wrong = await tally("verify", ...shown, "--digest", answer.salt, "--json");
    expect([wrong.code, wrong.answer.included]).to.deep.equal([1, false]);
    const lost = await tally("prove", out, "z.txt", "--json");
    expect([lost.code, lost.answer.error.code]).to.deep.equal([3, "anchor-manifest-invalid"]);
  });
});
