import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { encryptKeystoreJsonSync, id, Wallet } from "ethers";
import { publishCheckpoint } from "../../scripts/tally/audit/checkpoint/publishCheckpoint.ts";
import { compareCheckpoints, readCheckpoint } from "../../sdk/index.ts";
import { client } from "./helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "./helpers/ledgerGateway.ts";

describe("a checkpoint of a gateway's projection", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "tallystick-checkpoint-"));
  let stack: LedgerGateway;

  before(async () => {
    stack = await ledgerGateway();
    const { body } = await client(stack.url).send("POST", "/v1/sessions", {
      body: { member: "Plain Audit" },
    });
    process.env["TALLYSTICK_TOKEN"] = String(body["token"]);
  });
  after(async () => {
    delete process.env["TALLYSTICK_TOKEN"];
    rmSync(folder, { recursive: true });
    await stack?.close();
  });

  it("states the node's block and the digests that the gateway answers", async () => {
    const { address, privateKey } = new Wallet(id("auditor"));
    const scrypt = { N: 1024 };
    writeFileSync(join(folder, "passphrase"), "a passphrase\n");
    const json = encryptKeystoreJsonSync({ address, privateKey }, "a passphrase", { scrypt });
    writeFileSync(join(folder, "key"), json);
    const asked = {
      rpc: stack.chain.url,
      name: "Plain Audit",
      keystore: join(folder, "key"),
      passphraseFile: join(folder, "passphrase"),
    };
    const { body } = await stack.as("auditor").get("/v1/projection/digests");
    const signed = await publishCheckpoint({ ...asked, gateway: stack.url });
    expect(readCheckpoint(signed)).to.deep.equal(signed);
    expect({ block: signed.block, digest: signed.digest }).to.deep.equal({
      block: body["block"],
      digest: `0x${String(body["digest"])}`,
    });
    expect(signed.blockHash).to.equal(body["blockHash"]);
    expect(signed.tables.length).to.be.greaterThan(10);
    const bare = await publishCheckpoint({ ...asked, block: String(signed.block) });
    expect((await compareCheckpoints(signed, bare)).outcome).to.equal("agree");
  });
});
