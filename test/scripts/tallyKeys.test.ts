import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Wallet } from "ethers";
import { softHsm } from "../helpers/softHsm.ts";

type Run = {
  readonly code: number;
  readonly answer: Record<string, unknown>;
  readonly said: string;
};

describe("tally keys and keystore", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "tallystick-keys-"));
  const path = (name: string) => join(folder, name);

  const tally = (...args: readonly string[]): Promise<Run> => {
    const env = {
      ...process.env,
      DATABASE_URL: "",
      DATA_DIRECTORY: path("gateway"),
      KEYSTORE_PASSPHRASE: "the gateway's own",
      KEYSTORE_SCRYPT_COST: "1024",
    };
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        ["--import", "tsx", "scripts/tally.ts", ...args, "--json"],
        { env },
        (error, stdout, stderr) => {
          const answer = stdout === "" ? {} : (JSON.parse(stdout) as Record<string, unknown>);
          resolve({ code: error === null ? 0 : Number(error.code), answer, said: stderr + stdout });
        },
      );
    });
  };

  after(() => rmSync(folder, { recursive: true }));

  it("carry a key in and out, encrypted both times and never printed", async () => {
    const wallet = Wallet.createRandom();
    writeFileSync(path("theirs"), "a member's passphrase\n");
    writeFileSync(path("other"), "another passphrase\n");
    writeFileSync(path("key.json"), wallet.encryptSync("a member's passphrase"));
    const taken = await tally(
      ...["keystore", "import", path("key.json"), "--member", "7"],
      ...["--passphrase-file", path("theirs")],
    );
    expect(taken.answer, taken.said).to.deep.equal({ member: 7, account: wallet.address });
    const out = ["--out", path("out.json"), "--passphrase-file", path("other")];
    const given = await tally("keystore", "export", "--account", wallet.address, ...out);
    expect(given.code, given.said).to.equal(0);
    const file = readFileSync(path("out.json"), "utf8");
    expect(statSync(path("out.json")).mode & 0o777).to.equal(0o600);
    const back = Wallet.fromEncryptedJsonSync(file, "another passphrase");
    expect(back.privateKey).to.equal(wallet.privateKey);
    for (const text of [taken.said, given.said, file]) {
      expect(text).to.not.contain(wallet.privateKey.slice(2));
    }
    const wrong = await tally(
      ...["keystore", "import", path("key.json"), "--member", "7"],
      ...["--passphrase-file", path("other")],
    );
    expect(wrong.code).to.equal(1);
    expect(wrong.said).to.contain("does not open with this passphrase");
  });

  it("make keys in a token and list them", async function makeKeys() {
    if (softHsm.module === undefined) this.skip();
    softHsm.prepare();
    writeFileSync(path("pin"), softHsm.pin);
    const token = { module: softHsm.module, tokenLabel: "other", pinFile: path("pin") };
    const absent = Wallet.createRandom().address;
    const signer = { kind: "pkcs11", name: "hsm", ...token, members: { 9: [absent] } };
    writeFileSync(path("signers.json"), JSON.stringify([signer]));
    const file = ["--signers", path("signers.json")];
    const made = await tally("keys", "generate", ...file, "--name", "hsm");
    expect(made.code, made.said).to.equal(0);
    const { account } = made.answer;
    const { answer } = await tally("keys", "list", ...file);
    expect(answer).to.deep.equal({
      signers: [{ name: "hsm", accounts: [account], members: { 9: [absent] }, missing: [absent] }],
    });
    const nobody = await tally("keys", "generate", ...file, "--name", "nobody");
    expect([nobody.code, nobody.said.includes("no signer nobody")]).to.deep.equal([1, true]);
  });

  it("say with their exit code that a file could not be read", async () => {
    const args = ["--member", "7", "--passphrase-file", path("nowhere")];
    expect((await tally("keystore", "import", path("nowhere"), ...args)).code).to.equal(3);
  });
});
