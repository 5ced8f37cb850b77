import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { Answer, Client } from "../helpers/client.ts";
import { eventually } from "../helpers/eventually.ts";
import { type NotebookStack, notebookStack } from "../helpers/notebookStack.ts";
import { signIn } from "../helpers/signIn.ts";

describe("Writes whose blocks a reorganisation retracted", function () {
  this.timeout(60_000);
  let stack: NotebookStack;
  let ada: Client;
  const written: { key: string; text: string; answer: Answer }[] = [];

  before(async () => {
    stack = await notebookStack();
    ada = await signIn(stack.gateway.url, "ada");
  });
  after(() => stack.close());

  const send = (method: string, ...parameters: unknown[]) =>
    stack.chain.rpc.send(method, parameters);
  const head = async () => Number(await send("eth_blockNumber"));
  const states = async () => {
    const rows = await stack.database.query<{ state: string; block_number: bigint | null }>(
      "SELECT state, block_number FROM local.outbox ORDER BY nonce",
    );
    return rows.map(({ state, block_number }) => [state, block_number !== null]);
  };
  const notes = () =>
    stack.database.query<{ number: bigint; text: string }>(
      "SELECT number, text FROM projected.note ORDER BY number",
    );

  it("wait again with the same bytes, while nothing of them is read", async () => {
    const before = await head();
    for (const text of ["one", "two", "three"]) {
      const key = randomUUID();
      written.push({ key, text, answer: await ada.post("/v1/notes", { text }, key) });
    }
    expect(await states()).to.deep.equal(Array(3).fill(["included", true]));
    // What is sent again must not get into the new branch yet.
    await send("evm_setAutomine", false);
    const depth = (await head()) - before;
    await send("anvil_rollback", depth);
    for (let mined = 0; mined <= depth; mined++) await send("evm_mine");
    await eventually(async () => {
      expect(await states()).to.deep.equal(Array(3).fill(["signed", false]));
      expect(await notes()).to.deep.equal([]);
    });
    const hash = String(written[0]?.answer.body["transactionHash"]);
    const shown = await ada.get(`/v1/transactions/${hash}`);
    expect(shown.body).to.deep.include({ state: "pending", blockNumber: null, events: [] });
  });

  it("are on the ledger again, and what was answered is true", async () => {
    await send("evm_setAutomine", true);
    await send("evm_mine");
    await eventually(async () => {
      expect(await states()).to.deep.equal(Array(3).fill(["included", true]));
      expect(await notes()).to.have.length(3);
    });
    for (const { key, text, answer } of written) {
      const again = await ada.post("/v1/notes", { text }, key);
      expect(again.headers.get("idempotency-replayed")).to.equal("true");
      expect(again.body).to.deep.equal(answer.body);
      const { number, transactionHash } = answer.body;
      expect((await ada.get(`/v1/notes/${number}`)).body).to.deep.include({ text });
      const receipt = await send("eth_getTransactionReceipt", transactionHash);
      expect(receipt).to.include({ status: "0x1" });
    }
    expect((await ada.post("/v1/notes", { text: "four" })).body["number"]).to.equal("4");
  });
});
