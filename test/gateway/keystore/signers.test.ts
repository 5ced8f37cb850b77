import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Transaction } from "ethers";
import { readSigners } from "../../../gateway/keystore/readSigners.ts";
import { softHsm } from "../../helpers/softHsm.ts";
import type { Client } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { type NotebookStack, notebookStack } from "../helpers/notebookStack.ts";
import { signIn } from "../helpers/signIn.ts";
import { testGateway } from "../helpers/testGateway.ts";
import { testMember } from "../helpers/testMember.ts";
import { type Web3SignerServer, web3SignerServer } from "../helpers/web3SignerServer.ts";

const folder = mkdtempSync(join(tmpdir(), "tallystick-signers-"));
const signersFile = join(folder, "signers.json");
const pinFile = join(folder, "pin");

function configure(...signers: readonly object[]): void {
  writeFileSync(signersFile, JSON.stringify(signers));
}

after(() => rmSync(folder, { recursive: true, force: true }));

describe("Members whose keys are in a Web3Signer", function () {
  this.timeout(60_000);
  const member = testMember(3, "self-keyed");
  let signer: Web3SignerServer;
  let stack: NotebookStack;
  let remote: Client;

  before(async () => {
    signer = await web3SignerServer([member.key]);
    const members = { 3: [member.account] };
    configure({ kind: "web3signer", name: "vault", url: signer.url, timeoutMs: 1_500, members });
    stack = await notebookStack({ signersFile });
    remote = await signIn(stack.gateway.url, "self-keyed");
  });

  after(async () => {
    await stack.close();
    await signer.close();
  });

  const sent = async () => {
    const rows = await stack.database.query<{ nonce: bigint; raw: string }>(
      "SELECT nonce, raw FROM local.outbox WHERE sender = $1 ORDER BY nonce",
      [member.account.toLowerCase()],
    );
    return rows.map(({ nonce, raw }) => ({ nonce: Number(nonce), raw: Transaction.from(raw) }));
  };

  it("write like all others, and many at once", async () => {
    const all = Array.from({ length: 24 }, (_, index) =>
      remote.post("/v1/notes", { text: `note ${index}` }),
    );
    for (const { status, body } of await Promise.all(all)) {
      expect(status, JSON.stringify(body)).to.equal(201);
    }
    const transactions = await sent();
    expect(transactions.map(({ nonce }) => nonce)).to.deep.equal([...Array(24).keys()]);
    expect(new Set(transactions.map(({ raw }) => raw.from))).to.deep.equal(
      new Set([member.account]),
    );
  });

  it("are told when it hangs, spend no nonce, and hold up nobody else", async () => {
    const ada = await signIn(stack.gateway.url, "ada");
    await ada.post("/v1/notes", { text: "first" });
    const before = (await sent()).length;
    signer.fault = "hangs";
    const stuck = [remote.post("/v1/notes", { text: "stuck" }, "stuck")];
    stuck.push(remote.post("/v1/notes", { text: "stuck too" }, "stuck-too"));
    let isOver = false;
    void Promise.allSettled(stuck).then(() => {
      isOver = true;
    });
    for (let index = 0; index < 5; index += 1) {
      expect((await ada.post("/v1/notes", { text: `not stuck ${index}` })).status).to.equal(201);
    }
    expect(isOver, "ada waited for the other's signer").to.equal(false);
    for (const { status, body } of await Promise.all(stuck)) {
      expect([status, body["code"]]).to.deep.equal([503, "signer-unreachable"]);
    }
    signer.fault = "none";
    expect((await sent()).length).to.equal(before);
    expect((await remote.post("/v1/notes", { text: "stuck" }, "stuck")).status).to.equal(201);
    expect((await sent()).length).to.equal(before + 1);
  });

  it("write through two gateways on one database, each nonce once", async () => {
    const { database, chain, ledger } = stack;
    const other = await testGateway({ database, rpc: chain.rpc, ledger, config: { signersFile } });
    const elsewhere = await signIn(other.url, "self-keyed");
    const before = (await sent()).length;
    const all = Array.from({ length: 20 }, (_, index) =>
      [remote, elsewhere][index % 2]?.post("/v1/notes", { text: `from two ${index}` }),
    );
    for (const answer of await Promise.all(all)) {
      expect(answer?.status, JSON.stringify(answer?.body)).to.equal(201);
    }
    const nonces = (await sent()).map(({ nonce }) => nonce);
    expect(nonces).to.deep.equal([...Array(before + 20).keys()]);
    await other.close();
  });

  it("may not have their transactions relayed: two counters of nonces would collide", async () => {
    expect(await stack.gateway.gateway.services.keystore.holds(member.account)).to.equal(true);
  });
});

describe("Members whose keys are made in a PKCS#11 token", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;

  before(async function startWithToken() {
    if (softHsm.module === undefined) this.skip();
    softHsm.prepare();
    writeFileSync(pinFile, `${softHsm.pin}\n`);
    const { module } = softHsm;
    const token = { tokenLabel: "gateway", pinFile, newMembers: true };
    configure({ kind: "pkcs11", name: "hsm", module, ...token });
    stack = await ledgerGateway({ signersFile });
  });

  after(async () => {
    await stack?.close();
  });

  it("are admitted, write and sign with it, and their keys are nowhere else", async () => {
    const admitted = await stack.as("operator").post("/v1/members", {
      name: "Guarded Works",
      party: { scheme: "local", id: "GUARDED" },
      roles: ["supplier"],
      size: "small",
      settlementAccount: { bank: "GUARD", number: "77" },
      demonstration: { sentence: "Trusts no disk." },
    });
    expect(admitted.status).to.equal(201);
    const memberId = Number(admitted.body["memberId"]);
    const guarded = await signIn(stack.url, String(memberId));
    const until = await stack.instantIn(86_400);
    const path = `/v1/standing-acceptances/${stack.who.tierOne.id}`;
    const framework = `0x${"ab".repeat(32)}`;
    const body = { until, framework };
    const standing = await guarded.send("PUT", path, { key: "standing", body });
    expect(standing.status, JSON.stringify(standing.body)).to.equal(200);
    const { accounts } = (await guarded.get(`/v1/members/${memberId}`)).body as {
      accounts: { account: string; keyHeldHere: boolean }[];
    };
    expect(accounts.map(({ keyHeldHere }) => keyHeldHere)).to.deep.equal([true]);
    const account = accounts[0]?.account.toLowerCase();
    const rows = await stack.database.query<{ member_id: bigint; signer: string; made: boolean }>(
      "SELECT member_id, signer, made FROM local.signer_key WHERE address = $1",
      [account],
    );
    expect(rows).to.deep.equal([{ member_id: BigInt(memberId), signer: "hsm", made: true }]);
    expect(
      await stack.database.query("SELECT 1 FROM local.keystore WHERE address = $1", [account]),
    ).to.deep.equal([]);
  });

  it("leave no key behind when they are refused", async () => {
    const before = await stack.database.query("SELECT address FROM local.signer_key");
    const refused = await stack.as("operator").post("/v1/members", {
      name: "Refused Works",
      party: { scheme: "local", id: "REFUSED" },
      roles: ["financier"],
      size: "small",
      settlementAccount: { bank: "GUARD", number: "78" },
    });
    expect(refused.status).to.equal(409);
    const after = await stack.database.query("SELECT address FROM local.signer_key");
    expect(after).to.deep.equal(before);
    const [holder] = await readSigners(signersFile);
    expect(await holder?.accounts()).to.have.length(before.length);
  });
});

describe("SIGNERS_FILE", () => {
  const refusal = async (...signers: readonly object[]) => {
    configure(...signers);
    return readSigners(signersFile).then(
      () => "taken",
      (error: Error) => error.message,
    );
  };

  it("is refused in sentences that name each wrong field", async () => {
    const url = "http://127.0.0.1:9000";
    const vault = { kind: "web3signer", name: "vault", url };
    expect(await refusal({ ...vault, url: "ftp://x" })).to.contain("0.url:");
    expect(await refusal({ ...vault, members: { zero: [] } })).to.contain("0.members");
    expect(await refusal({ ...vault, members: { 3: ["0x12"] } })).to.contain("must be an account");
    expect(await refusal(vault, vault)).to.contain("two signers have one name");
    const hsm = { kind: "pkcs11", name: "hsm", module: "/x.so" };
    expect(await refusal(hsm)).to.contain("needs either tokenLabel or slot");
    const noPin = { ...hsm, slot: 0, pinVariable: "NO_SUCH_PIN" };
    expect(await refusal(noPin)).to.equal("Signer hsm has no PIN.");
    expect(await readSigners(undefined)).to.deep.equal([]);
    writeFileSync(signersFile, "{");
    const notJson = await readSigners(signersFile).catch((error: Error) => error.message);
    expect(notJson).to.contain("can't be read as JSON");
  });
});
