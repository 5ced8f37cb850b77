import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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

  it("join makes a key among servers that each have a folder of their own", async () => {
    const servers = [1, 2];
    const step = async (index: number) => {
      const size = ["--servers", "2", "--threshold", "2", "--epoch", "4"];
      const run = await tags([
        "join",
        "--index",
        `${index}`,
        ...size,
        "--out",
        path(`own-${index}`),
      ]);
      return JSON.parse(run.stdout);
    };
    const send = (name: string, from: number, to: number) =>
      copyFile(path(`own-${from}/${name}`), path(`own-${to}/${name}`));
    for (const index of servers) {
      const waitingFor = [`announcement-${3 - index}.json`];
      expect(await step(index)).to.deep.equal({ state: "waiting", waitingFor });
    }
    for (const index of servers) await send(`announcement-${index}.json`, index, 3 - index);
    for (const index of servers) {
      const waitingFor = [`dealt-${3 - index}-to-${index}.json`];
      expect(await step(index)).to.deep.equal({ state: "waiting", waitingFor });
    }
    for (const index of servers)
      await send(`dealt-${index}-to-${3 - index}.json`, index, 3 - index);
    const [first, second] = [await step(1), await step(2)];
    expect(first).to.include({ state: "done", epoch: 4, servers: 2 });
    expect(first.groupPublicKey).to.equal(second.groupPublicKey);
    expect(await readFile(path("own-1/keys.json"))).to.deep.equal(
      await readFile(path("own-2/keys.json")),
    );
    const shares = [path("own-1/share-1.json"), path("own-2/share-2.json")].join(",");
    expect(await tagOf("own-1", shares)).to.match(/^0x[0-9a-f]{64}$/);
  });

  it("join ends at a file that was altered on its way, and names who is to answer for it", async () => {
    const step = (index: number) =>
      tags([
        ...["join", "--index", `${index}`, "--servers", "2", "--threshold", "2"],
        ...["--out", path("both")],
      ]);
    // Two servers in one folder: what one writes, the other one finds.
    for (const index of [1, 2]) await step(index);
    const name = path("both/dealt-2-to-1.json");
    const dealt = JSON.parse(await readFile(name, "utf8"));
    await writeFile(name, JSON.stringify({ ...dealt, secret: `0x01${"00".repeat(31)}` }));
    const { code, stdout } = await step(1);
    expect(code).to.equal(1);
    expect(JSON.parse(stdout).error.message).to.contain("Server 2 lies");
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
