import { expect } from "chai";
import { Wallet } from "ethers";
import { foundationRoutes } from "../../gateway/features/foundationRoutes.ts";
import { responseProblems } from "../../gateway/openapi/responseProblems.ts";
import { type Client, client } from "./helpers/client.ts";
import { type NotebookStack, notebookStack } from "./helpers/notebookStack.ts";
import { signIn } from "./helpers/signIn.ts";
import { testMember } from "./helpers/testMember.ts";

const selfKeyed = testMember(3, "self-keyed");

describe("Events and transactions over HTTP", function () {
  this.timeout(60_000);
  let stack: NotebookStack;
  let ada: Client;
  let ben: Client;
  let auditor: Client;
  before(async () => {
    stack = await notebookStack();
    const { url } = stack.gateway;
    ada = await signIn(url, "ada");
    ben = await signIn(url, "ben");
    auditor = await signIn(url, "auditor");
    for (let index = 0; index < 3; index++)
      await ada.post("/v1/notes", { text: `of ada ${index}` });
    await ben.post("/v1/notes", { text: "of ben" });
  });
  after(() => stack.close());

  const list = async (who: Client, query = "") => {
    const { body } = await who.get(`/v1/events${query}`);
    return body as { events: { key: string; args: { text: string } }[]; next: string };
  };

  it("are told to those whom they name, and all of them to the auditor", async () => {
    expect((await list(ada)).events.map((event) => event.args.text)).to.deep.equal([
      "of ada 0",
      "of ada 1",
      "of ada 2",
    ]);
    expect((await list(ben)).events).to.have.length(1);
    expect((await list(auditor)).events).to.have.length(4);
  });

  it("go on after a cursor", async () => {
    const first = await list(auditor, "?limit=3");
    const rest = await list(auditor, `?after=${first.next}`);
    expect(rest.events.map((event) => event.args.text)).to.deep.equal(["of ben"]);
    expect((await list(auditor, `?after=${rest.next}`)).next).to.equal(rest.next);
  });

  it("answer what they declare", async () => {
    const routes = foundationRoutes(stack.gateway.gateway.services, () => ({}));
    for (const [operationId, path] of [
      ["listEvents", "/v1/events"],
      ["readMe", "/v1/me"],
      ["readReadiness", "/readyz"],
    ]) {
      const route = routes.find((each) => each.operationId === operationId);
      if (route === undefined) throw new Error(`no route ${operationId}`);
      const answer = await ada.get(path ?? "");
      expect(responseProblems(route, answer)).to.deep.equal([]);
    }
  });

  it("stream: what was, then what happens, from where one was", async () => {
    const { url } = stack.gateway;
    const session = await client(url).send("POST", "/v1/sessions", { body: { member: "auditor" } });
    const abort = new AbortController();
    const first = await list(auditor, "?limit=2");
    const response = await fetch(`${url}/v1/events/stream`, {
      headers: { authorization: `Bearer ${session.body["token"]}`, "last-event-id": first.next },
      signal: abort.signal,
    });
    expect(response.headers.get("content-type")).to.include("text/event-stream");
    const written = ada.post("/v1/notes", { text: "live" });
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes("live")) break;
    }
    abort.abort();
    await written;
    const texts = [...text.matchAll(/"text":"([^"]+)"/g)].map((match) => match[1]);
    expect(texts).to.deep.equal(["of ada 2", "of ben", "live"]);
  });

  const signed = async (
    changes: {
      chainId?: number;
      to?: string;
      key?: string;
      nonce?: number;
      value?: bigint;
      gasLimit?: number;
    } = {},
  ) => {
    const [notebook] = stack.ledger.contracts;
    if (notebook === undefined) throw new Error("no notebook");
    const data = notebook.interface.encodeFunctionData("note", [
      3,
      "own key",
      `0x${"00".repeat(32)}`,
    ]);
    const { key = selfKeyed.key, ...rest } = changes;
    const terms = {
      type: 0,
      chainId: stack.chain.chainId,
      nonce: 0,
      gasPrice: 0n,
      gasLimit: 500_000n,
    };
    return new Wallet(key).signTransaction({ ...terms, to: notebook.address, data, ...rest });
  };

  it("relays what a member signed itself, once", async () => {
    const member = await signIn(stack.gateway.url, "self-keyed");
    const signedTransaction = await signed();
    const first = await member.post("/v1/transactions", { signedTransaction }, "own-1");
    expect(first.status).to.equal(200);
    expect(first.body["state"]).to.equal("included");
    const again = await member.post("/v1/transactions", { signedTransaction }, "own-1");
    expect(again.body).to.deep.equal(first.body);
    expect((await list(member)).events).to.have.length(1);
    const hash = String(first.body["transactionHash"]);
    expect((await member.get(`/v1/transactions/${hash}`)).body["state"]).to.equal("included");
    expect((await ada.get(`/v1/transactions/${hash}`)).status).to.equal(404);
    const used = await member.post(
      "/v1/transactions",
      { signedTransaction: await signed({ gasLimit: 400_000 }) },
      "own-2",
    );
    expect(used.status).to.equal(400);
    expect(used.body).to.include({ code: "invalid-transaction", nextNonce: 1 });
  });

  const refused: [string, string, () => Promise<string>][] = [
    ["of another chain", "foreign-transaction", () => signed({ chainId: 1 })],
    [
      "to another contract",
      "foreign-transaction",
      () => signed({ to: Wallet.createRandom().address }),
    ],
    [
      "of another account",
      "foreign-transaction",
      () => signed({ key: Wallet.createRandom().privateKey }),
    ],
    ["that carries value", "invalid-transaction", () => signed({ value: 1n })],
    ["that is none", "invalid-transaction", async () => "0x1234"],
  ];
  for (const [what, code, make] of refused) {
    it(`relays no transaction ${what}`, async () => {
      const member = await signIn(stack.gateway.url, "self-keyed");
      const answer = await member.post("/v1/transactions", { signedTransaction: await make() });
      expect(answer.body["code"]).to.equal(code);
    });
  }

  it("finds a request again from the chain alone when schema local was lost", async () => {
    const key = "lost-1";
    const first = await ada.post("/v1/notes", { text: "remember" }, key);
    await stack.database.query("TRUNCATE local.request, local.outbox, local.signer");
    const again = await ada.post("/v1/notes", { text: "remember" }, key);
    expect(again.status).to.equal(201);
    expect(again.body).to.deep.equal(first.body);
    expect((await ada.post("/v1/notes", { text: "other" }, key)).status).to.equal(422);
  });
});
