import { expect } from "chai";
import type { Client } from "../helpers/client.ts";
import { eventually } from "../helpers/eventually.ts";
import { type NotebookStack, notebookStack } from "../helpers/notebookStack.ts";
import { signIn } from "../helpers/signIn.ts";
import { writeNotes } from "../helpers/writeNotes.ts";

describe("Writes to a chain that took back what was final", function () {
  this.timeout(60_000);
  let stack: NotebookStack;
  let ada: Client;
  let ben: Client;
  const closed = () => stack.gateway.gateway.services.projector.status().state === "stopped";

  before(async () => {
    stack = await notebookStack({ engine: "besu" });
    ada = await signIn(stack.gateway.url, "ada");
    ben = await signIn(stack.gateway.url, "ben");
    const snapshot = await stack.chain.rpc.send("evm_snapshot", []);
    const kept = await ada.post("/v1/notes", { text: "acknowledged" }, "kept");
    expect(kept.status).to.equal(201);
    await stack.chain.rpc.send("evm_revert", [snapshot]);
    await writeNotes(stack.chain, stack.ledger, 2, "another history");
    await eventually(() => expect(closed()).to.equal(true));
  });
  after(() => stack.close());

  it("are closed, with a sentence that names the block", async () => {
    const { status, body } = await ada.post("/v1/notes", { text: "too late" });
    expect([status, body["code"]]).to.deep.equal([503, "writes-closed"]);
    expect(body["detail"]).to.match(/until somebody has looked: Incident: Block \d+ \(0x/);
    const { body: ready } = await ada.get("/readyz");
    const { writes } = ready["checks"] as { writes: { ok: boolean; detail: string } };
    expect([writes.ok, writes.detail]).to.deep.equal([false, body["detail"]]);
  });

  it("that were answered before are answered as they were", async () => {
    const again = await ada.post("/v1/notes", { text: "acknowledged" }, "kept");
    expect([again.status, again.headers.get("idempotency-replayed")]).to.deep.equal([201, "true"]);
  });

  it("go on once somebody has looked and had the history projected again", async () => {
    await stack.gateway.gateway.services.projector.rebuild();
    await eventually(async () => {
      expect((await ben.post("/v1/notes", { text: "afterwards" }, "later")).status).to.equal(201);
    });
  });
});
