import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** `tally tags` with these arguments, as a process of its own. */
function tags(args: readonly string[], passphrase = "for tests only"): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "scripts/tally.ts", "tags", ...args, "--json"],
      { env: { ...process.env, KEYSTORE_PASSPHRASE: passphrase, KEYSTORE_SCRYPT_COST: "1024" } },
      (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

describe("tally tags", function () {
  this.timeout(120_000);
  let folder: string;
  const path = (name: string) => join(folder, name);
  const files = (from: string, ...indexes: number[]) =>
    indexes.map((index) => path(`${from}/share-${index}.json`)).join(",");
  const tagOf = async (from: string, shares: string) => {
    const keys = path(`${from}/keys.json`);
    const { stdout } = await tags(["evaluate", "one", "--keys", keys, "--shares", shares]);
    return JSON.parse(stdout).tag as string | undefined;
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tallystick-tally-"));
    const { code, stdout } = await tags([
      ...["setup", "--servers", "3", "--threshold", "2", "--out", path("first")],
    ]);
    expect(code).to.equal(0);
    expect(JSON.parse(stdout)).to.include({ epoch: 1, threshold: 2, servers: 3 });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("setup writes a key set and encrypted shares, and never over others", async () => {
    const share = JSON.parse(await readFile(path("first/share-1.json"), "utf8"));
    expect(share).to.have.all.keys("kind", "epoch", "index", "publicKey", "keystore");
    const again = await tags([
      "setup",
      "--servers",
      "3",
      "--threshold",
      "2",
      "--out",
      path("first"),
    ]);
    expect(again.code).to.equal(1);
    expect(JSON.parse(again.stdout).error.code).to.equal("tag-ceremony-invalid");
  });

  it("refresh keeps tags under new shares, of another number and threshold", async () => {
    const before = await tagOf("first", files("first", 1, 2));
    expect(before).to.match(/^0x[0-9a-f]{64}$/);
    const refreshed = await tags([
      ...["refresh", "--keys", path("first/keys.json"), "--shares", files("first", 1, 3)],
      ...["--servers", "4", "--threshold", "3", "--out", path("second")],
    ]);
    expect(refreshed.code).to.equal(0);
    expect(await tagOf("second", files("second", 1, 2, 4))).to.equal(before);
    expect(await tagOf("first", files("first", 2, 3))).to.equal(before);
    expect(await tagOf("second", files("second", 1, 2))).to.equal(undefined);
  });

  it("refuses numbers, files and passphrases that can't be, in a sentence", async () => {
    const out = path("never");
    const keys = path("first/keys.json");
    const shares = files("first", 1, 2);
    const wrong: readonly Promise<Run>[] = [
      tags(["setup", "--servers", "3", "--threshold", "4", "--out", out]),
      tags(["setup", "--servers", "three", "--out", out]),
      tags(["setup", "--out", out], "short"),
      tags(["evaluate", "one", "--keys", "/nowhere.json"]),
      tags(["evaluate", "one", "--keys", keys, "--epoch", "7"]),
      tags(["evaluate", "one", "--keys", keys, "--shares", shares], "another passphrase"),
    ];
    for (const run of wrong) {
      const { code, stdout, stderr } = await run;
      expect(code).to.equal(1);
      expect(JSON.parse(stdout).error.message).to.match(/^["/A-Z].*\.$/);
      expect(stderr).to.not.contain("    at ");
    }
  });

  it("evaluate says which servers do not answer", async () => {
    const { code, stdout } = await tags(["evaluate", "one", "--keys", path("first/keys.json")]);
    expect(code).to.equal(1);
    expect(JSON.parse(stdout).error.message).to.contain("did not answer");
  });
});
