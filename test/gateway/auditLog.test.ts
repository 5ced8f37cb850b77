import { type HashedAuditEntry, verifyAuditInclusion } from "@tallystick/sdk";
import { expect } from "chai";
import { id } from "ethers";
import { anchorCheckpoint } from "../../gateway/audit/anchorCheckpoint.ts";
import { confidentialReads } from "../../gateway/audit/confidentialReads.ts";
import { stateCheckpoints } from "../../gateway/audit/stateCheckpoints.ts";
import { createRequestLog } from "../../gateway/idempotency/createRequestLog.ts";
import { upkeepMember } from "../../gateway/upkeep/upkeepMember.ts";
import { auditLogVerify } from "../../scripts/tally/auditLogVerify.ts";
import { client } from "./helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "./helpers/ledgerGateway.ts";
import { signIn } from "./helpers/signIn.ts";
import { issueTrade, tradeTerms } from "./helpers/trade.ts";

describe("The audit log", function () {
  this.timeout(240_000);
  let stack: LedgerGateway;
  let verify: () => ReturnType<typeof auditLogVerify>;
  before(async () => {
    stack = await ledgerGateway();
    process.env["TALLYSTICK_TOKEN"] = await tokenOf("Plain Audit");
    verify = () => auditLogVerify({ gateway: stack.url, rpc: stack.chain.url });
  });
  after(async () => {
    delete process.env["TALLYSTICK_TOKEN"];
    await stack.close();
  });

  const tokenOf = async (member: string): Promise<string> => {
    const { body } = await client(stack.url).send("POST", "/v1/sessions", { body: { member } });
    return String(body["token"]);
  };
  const settled = () => stack.gateway.services.audit.flush();
  const entries = async (where = "true"): Promise<Record<string, unknown>[]> => {
    // Entries beside a write's own commit follow when the answer has left.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await settled();
    return stack.database.query(`SELECT * FROM local.audit_entry WHERE ${where} ORDER BY sequence`);
  };
  const last = async (where?: string) => {
    const entry = (await entries(where)).at(-1);
    if (entry === undefined) throw new Error(`there is no entry ${where}`);
    return entry;
  };
  const size = async () => (await entries()).length;
  const states = async () => {
    const { services } = stack.gateway;
    const identity = await upkeepMember(services);
    if (identity === undefined) throw new Error("nobody signs");
    const signer = await services.keystore.signerFor(identity.memberId, identity.account);
    const { chainId } = services.ledger;
    await stateCheckpoints(stack.database, { chainId, member: identity.memberId, signer });
    return identity;
  };
  /** Entries enough for a checkpoint, and that on the ledger. */
  const anchored = async () => {
    for (let count = 0; count < 100; count++) await client(stack.url).get("/v1/receivables");
    await entries();
    const identity = await states();
    await anchorCheckpoint(stack.gateway.services, createRequestLog(stack.database), identity);
  };
  /** Does something to the log as somebody with all rights over the database can, and takes it back. */
  const tampered = async (...statements: string[]) => {
    const rows = await entries();
    const [end] = await stack.database.query("SELECT * FROM local.audit_log");
    await stack.database.query("ALTER TABLE local.audit_entry DISABLE TRIGGER USER");
    for (const sql of statements) await stack.database.query(sql);
    try {
      return (await verify()).fault;
    } finally {
      await settled();
      await stack.database.query("DELETE FROM local.audit_entry");
      await stack.database.query(
        "INSERT INTO local.audit_entry SELECT * FROM jsonb_populate_recordset(NULL::local.audit_entry, $1::jsonb)",
        [
          JSON.stringify(rows, (_, value) =>
            typeof value === "bigint" ? value.toString() : value,
          ),
        ],
      );
      await stack.database.query("UPDATE local.audit_log SET next_sequence = $1, last_hash = $2", [
        end?.["next_sequence"],
        end?.["last_hash"],
      ]);
      await stack.database.query("ALTER TABLE local.audit_entry ENABLE TRIGGER USER");
    }
  };

  it("says of a write who asked for what, what it was about and what was answered", async () => {
    const { receivable } = await issueTrade(stack);
    const entry = await last("operation = 'acceptReceivable'");
    const { obligor: _, tierOne } = stack.who;
    expect(entry).to.deep.include({
      member: BigInt(tierOne.id),
      person: "demo:first person",
      account: tierOne.wallet.address,
      method: "POST",
      path: "/v1/receivables/:receivable/acceptance",
      status: 200,
      code: null,
    });
    expect(entry["subjects"]).to.deep.include({ receivable: String(receivable) });
    expect(entry["body_digest"]).to.match(/^0x[0-9a-f]{64}$/);
    expect(entry["transaction_hash"]).to.match(/^0x[0-9a-f]{64}$/);
    const [event] = await stack.database.query<{ ref: string }>(
      "SELECT ref FROM projected.event WHERE transaction_hash = $1 AND ref IS NOT NULL LIMIT 1",
      [entry["transaction_hash"]],
    );
    expect(entry["ref"]).to.equal(event?.ref);
  });

  it("keeps the entry in the transaction that records the answer", async () => {
    const { database } = stack;
    const tierOne = stack.as("tierOne");
    // Nothing else of the gateway writes here, so the answer fails exactly when the entry does.
    await database.query(
      "ALTER TABLE local.audit_entry ADD CONSTRAINT refused CHECK (operation <> 'registerReceivable') NOT VALID",
    );
    const terms = await tradeTerms(stack);
    const failed = await tierOne.post("/v1/receivables", terms, "the-same-key");
    expect(failed.status).to.equal(500);
    const answered = await database.query(
      "SELECT state FROM local.request WHERE idempotency_key = 'the-same-key'",
    );
    expect(answered).to.deep.equal([{ state: "open" }]);
    await database.query("ALTER TABLE local.audit_entry DROP CONSTRAINT refused");
    const again = await tierOne.post("/v1/receivables", terms, "the-same-key");
    expect(again.status, JSON.stringify(again.body)).to.equal(201);
    const kept = await entries("operation = 'registerReceivable' AND status = 201");
    expect(kept.filter(({ ref }) => ref === kept.at(-1)?.["ref"])).to.have.length(1);
  });

  it("notes what was refused, denied, replayed, and who signed in", async () => {
    const terms = { valueMinor: "1" };
    await client(stack.url).post("/v1/certificates/1/splits", terms);
    expect(await last()).to.deep.include({ status: 401, code: "not-signed-in", member: null });
    await stack.as("tierTwo").post("/v1/custodians/1/admission", {});
    expect(await last()).to.deep.include({ status: 403, member: BigInt(stack.who.tierTwo.id) });
    await stack.as("tierTwo").get("/v1/receivables/1");
    expect(await last()).to.deep.include({ operation: "readReceivable", status: 403 });
    await stack.as("tierOne").post("/v1/receivables", { amountMinor: -1 });
    expect(await last()).to.deep.include({ status: 400, code: "invalid-request" });
    const first = await tradeTerms(stack);
    const second = await tradeTerms(stack);
    for (const body of [first, first, second]) {
      await stack.as("tierOne").post("/v1/receivables", body, "asked-again");
    }
    const asked = await entries("operation = 'registerReceivable'");
    const outcomes = asked.slice(-3).map(({ status, code }) => `${status} ${code}`);
    expect(outcomes).to.deep.equal(["201 null", "201 replayed", "422 idempotency-key-reused"]);
    await signIn(stack.url, "Huadong Steel");
    const opened = await last("operation = 'openSession'");
    expect(opened["subjects"]).to.deep.equal({ memberId: String(stack.who.obligor.id) });
  });

  it("notes reads of what is confidential, and of nothing else", async () => {
    const { receivable } = await issueTrade(stack);
    await stack.as("obligor").get(`/v1/receivables/${receivable}`);
    expect(await last()).to.deep.include({ operation: "readReceivable", status: 200 });
    const before = await size();
    await stack.as("obligor").get("/v1/receivables");
    expect(await size()).to.equal(before);
    const { body } = await stack.as("auditor").get("/openapi.json");
    for (const operation of confidentialReads) {
      expect(JSON.stringify(body), operation).to.contain(`"operationId":"${operation}"`);
    }
  });

  it("holds no bodies, prices, tokens or keys", async () => {
    const { certificate } = await issueTrade(stack, { amountMinor: "7654321" });
    const shared = await stack.as("tierOne").post(`/v1/certificates/${certificate}/share-links`, {
      expiresAt: await stack.instantIn(3_600),
    });
    const { body } = await client(stack.url).send("POST", "/v1/sessions", {
      body: { member: "Huadong Steel" },
    });
    const token = String(
      shared.body["token"] ??
        String(shared.body["path"] ?? "")
          .split("/")
          .at(-1),
    );
    await client(stack.url).get(`/v1/shared/${token}`);
    const text = JSON.stringify(await entries(), (_, value) =>
      typeof value === "bigint" ? value.toString() : value,
    );
    expect(token, JSON.stringify(shared.body)).to.have.length(43);
    expect(text).to.contain("openShared");
    for (const secret of [token, String(body["token"]), "7654321"])
      expect(text).to.not.contain(secret);
  });

  it("is only added to, whatever an ordinary statement says", async () => {
    for (const sql of [
      "UPDATE local.audit_entry SET status = 200",
      "DELETE FROM local.audit_entry",
      "TRUNCATE local.audit_entry",
    ]) {
      const outcome = await stack.database.query(sql).catch((error: Error) => error.message);
      expect(outcome, sql).to.match(/The audit log is only added to/);
    }
  });

  it("is shown whole to an auditor, and to a member its own entries", async () => {
    const all = (await stack.as("auditor").get("/v1/audit-log?limit=500")).body;
    expect(
      (all["items"] as HashedAuditEntry[]).map(({ sequence }) => sequence).slice(0, 3),
    ).to.deep.equal([0, 1, 2]);
    const own = (await stack.as("tierOne").get("/v1/audit-log?limit=500")).body;
    const members = new Set((own["items"] as HashedAuditEntry[]).map(({ member }) => member));
    expect([...members]).to.deep.equal([stack.who.tierOne.id]);
    const first = (all["items"] as HashedAuditEntry[]).find(
      ({ member }) => member !== stack.who.tierOne.id,
    );
    const other = await stack.as("tierOne").get(`/v1/audit-log/entries/${first?.sequence}`);
    expect(other.status).to.equal(404);
  });

  it("is no log with gaps to who may see its own entries alone: that can't be verified", async () => {
    const token = process.env["TALLYSTICK_TOKEN"];
    try {
      process.env["TALLYSTICK_TOKEN"] = await tokenOf("Lianyun Bearings");
      const refusal = await verify().catch(String);
      expect(refusal).to.include("shows this member its own entries alone");
    } finally {
      process.env["TALLYSTICK_TOKEN"] = token;
    }
  });

  it("states signed checkpoints, anchors the newest, and proves each entry", async () => {
    await anchored();
    const { fault, checkpoints, anchors } = await verify();
    expect(fault).to.equal(null);
    expect(checkpoints).to.be.greaterThan(0);
    expect(anchors).to.equal(1);
    const auditor = stack.as("auditor");
    const [newest] = (
      (await auditor.get("/v1/audit-log/checkpoints?limit=500")).body["items"] as {
        size: number;
        anchor: object;
      }[]
    ).slice(-1);
    expect(newest?.anchor).to.not.equal(null);
    for (let sequence = 0; sequence < (newest?.size ?? 0); sequence += 7) {
      const { body } = await auditor.get(`/v1/audit-log/entries/${sequence}?size=${newest?.size}`);
      const entry = body["entry"] as HashedAuditEntry;
      const claim = {
        entryHash: entry.hash,
        sequence,
        size: Number(body["size"]),
        root: String(body["root"]),
        proof: body["proof"] as string[],
      };
      expect(verifyAuditInclusion(claim), `entry ${sequence}`).to.equal(true);
      expect(verifyAuditInclusion({ ...claim, entryHash: id("another") })).to.equal(false);
      expect(verifyAuditInclusion({ ...claim, sequence: sequence + 1 })).to.equal(false);
    }
  });

  it("shows each way of changing it, and names the first wrong entry", async () => {
    const faultOf = async (...statements: string[]) => {
      const fault = await tampered(...statements);
      return fault === null ? null : { kind: fault.kind, sequence: fault.sequence };
    };
    const set = "UPDATE local.audit_entry SET";
    expect(await faultOf(`${set} status = 599 WHERE sequence = 5`)).to.deep.equal({
      kind: "changed",
      sequence: 5,
    });
    expect(await faultOf(`${set} at = at - interval '1 hour' WHERE sequence = 6`)).to.deep.equal({
      kind: "changed",
      sequence: 6,
    });
    expect(await faultOf(`${set} subjects = '{}' WHERE sequence = 8`)).to.deep.equal({
      kind: "changed",
      sequence: 8,
    });
    expect(await faultOf("DELETE FROM local.audit_entry WHERE sequence = 9")).to.deep.equal({
      kind: "missing",
      sequence: 9,
    });
    // One deleted and the rest moved up; two in each other's place; one put in between.
    expect(
      await faultOf(
        "DELETE FROM local.audit_entry WHERE sequence = 9",
        `${set} sequence = -sequence WHERE sequence > 9`,
        `${set} sequence = -sequence - 1 WHERE sequence < 0`,
      ),
    ).to.deep.equal({ kind: "changed", sequence: 9 });
    expect(
      await faultOf(
        `${set} sequence = -1 WHERE sequence = 11`,
        `${set} sequence = 11 WHERE sequence = 12`,
        `${set} sequence = 12 WHERE sequence = -1`,
      ),
    ).to.deep.equal({ kind: "changed", sequence: 11 });
    expect(
      await faultOf(
        `${set} sequence = 100000 + sequence WHERE sequence > 13`,
        `${set} sequence = sequence - 99999 WHERE sequence > 100000`,
        `INSERT INTO local.audit_entry SELECT (jsonb_populate_record(e, '{"sequence": 14}')).*
         FROM local.audit_entry e WHERE sequence = 13`,
      ),
    ).to.deep.equal({ kind: "changed", sequence: 14 });
    expect(await faultOf("DELETE FROM local.audit_entry WHERE sequence >= 20")).to.deep.equal({
      kind: "cut-off",
      sequence: 20,
    });
    expect((await verify()).fault, "all is as it was").to.equal(null);
  });

  it("shows a chain that was computed anew, by checkpoint and anchor", async () => {
    const { auditEntryHash } = await import("@tallystick/sdk");
    const { auditEntryRow } = await import("../../gateway/features/auditLog/auditEntryRow.ts");
    const rows = (await entries()).map((row) => auditEntryRow.show(row as never));
    let previous = "";
    const forged = rows.map(({ hash, ...entry }, sequence) => {
      const changed = {
        ...entry,
        ...(sequence < 4 ? {} : { previous }),
        ...(sequence === 3 ? { status: 204 } : {}),
      };
      previous = sequence < 3 ? hash : auditEntryHash(changed);
      return { sequence, status: changed.status, previous: changed.previous, hash: previous };
    });
    const sql = `UPDATE local.audit_entry e SET status = f.status, previous = f.previous, hash = f.hash
      FROM jsonb_to_recordset('${JSON.stringify(forged)}') AS f(sequence int8, status int4, previous text, hash text)
      WHERE e.sequence = f.sequence`;
    const fault = await tampered(sql);
    expect(fault?.kind).to.be.oneOf(["checkpoint", "anchor"]);
    const unanchored = await auditLogVerify({ gateway: stack.url });
    expect(unanchored.fault).to.equal(null);
  });

  it("is one chain when many write at once", async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        stack.as(index % 2 === 0 ? "tierOne" : "obligor").post("/v1/receivables", {}),
      ),
    );
    await entries();
    expect((await verify()).fault).to.equal(null);
  });
});
