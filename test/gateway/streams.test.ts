import { expect } from "chai";
import { client } from "./helpers/client.ts";
import { eventually } from "./helpers/eventually.ts";
import { type NotebookStack, notebookStack } from "./helpers/notebookStack.ts";
import { signIn } from "./helpers/signIn.ts";

describe("An event stream", function () {
  this.timeout(60_000);
  let stack: NotebookStack;
  before(async () => {
    stack = await notebookStack({ streamsPerMember: 2 });
  });
  after(() => stack.close());

  const open = async (token: string, signal: AbortSignal) =>
    fetch(`${stack.gateway.url}/v1/events/stream`, {
      headers: { authorization: `Bearer ${token}` },
      signal,
    });
  const tokenOf = async (member: string) => {
    const { url } = stack.gateway;
    const { body } = await client(url).send("POST", "/v1/sessions", { body: { member } });
    return String(body["token"]);
  };

  it("is one of few that a member has at a time, and frees its place when it ends", async () => {
    const token = await tokenOf("ada");
    const aborts = [new AbortController(), new AbortController()];
    for (const { signal } of aborts) {
      expect((await open(token, signal)).status).to.equal(200);
    }
    const refused = await open(token, AbortSignal.timeout(5_000));
    expect(refused.status).to.equal(429);
    const other = new AbortController();
    expect((await open(await tokenOf("ben"), other.signal)).status).to.equal(200);
    other.abort();
    for (const abort of aborts) abort.abort();
    await eventually(async () => {
      const abort = new AbortController();
      const { status } = await open(token, abort.signal);
      abort.abort();
      expect(status).to.equal(200);
    });
  });

  it("keeps the line open, and ends when its session does", async () => {
    const token = await tokenOf("ada");
    const response = await open(token, AbortSignal.timeout(20_000));
    const signedIn = client(stack.gateway.url, token);
    await signedIn.send("DELETE", "/v1/sessions/current", { key: "sign-out" });
    expect((await signedIn.get("/v1/me")).status).to.equal(401);
    const started = performance.now();
    await response.text();
    expect(performance.now() - started).to.be.lessThan(12_000);
  });

  it("waits for a listener that is slow, and drops nothing", async () => {
    const ada = await signIn(stack.gateway.url, "ada");
    const token = await tokenOf("auditor");
    const response = await open(token, AbortSignal.timeout(30_000));
    const wanted = Array.from({ length: 60 }, (_, index) => `slow ${index} ${"x".repeat(20)}`);
    for (const text of wanted) await ada.post("/v1/notes", { text });
    let text = "";
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (text.includes(wanted.at(-1) ?? "")) break;
    }
    const texts = [...text.matchAll(/"text":"(slow[^"]+)"/g)].map((match) => match[1]);
    expect(texts).to.deep.equal(wanted);
  });

  it("tells a long history without leaving a listener behind for each page or pause", async () => {
    await stack.database.query(
      `INSERT INTO projected.event
         (key, block_number, block_hash, block_time, transaction_hash, contract, name, args, members)
       SELECT '000000000000-000000-' || lpad(n::text, 6, '0'), 0, '0x', now(), '0x', 'Notebook', 'Noted',
         jsonb_build_object('text', repeat('x', 1000)), '{}'
       FROM generate_series(1, 4000) AS n`,
    );
    const warnings: string[] = [];
    const note = ({ name }: Error) => void warnings.push(name);
    process.on("warning", note);
    try {
      const response = await open(await tokenOf("auditor"), AbortSignal.timeout(30_000));
      let text = "";
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk).toString();
        if (text.includes("000000000000-000000-004000")) break;
      }
      expect(text.match(/^id: 000000000000-/gm)).to.have.length(4000);
    } finally {
      process.off("warning", note);
    }
    expect(warnings).to.deep.equal([]);
  });
});
