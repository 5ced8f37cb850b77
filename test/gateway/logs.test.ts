import { expect } from "chai";
import { createLogger } from "../../gateway/createLogger.ts";
import { client } from "./helpers/client.ts";
import { memoryLogger } from "./helpers/memoryLogger.ts";
import { type NotebookStack, notebookStack } from "./helpers/notebookStack.ts";
import { testMember } from "./helpers/testMember.ts";

describe("Logs", function () {
  this.timeout(120_000);
  const { logger, text } = memoryLogger((to) => createLogger("trace", to));
  let stack: NotebookStack;
  before(async () => {
    stack = await notebookStack({}, logger);
  });
  after(() => stack.close());

  const lines = (): Record<string, unknown>[] =>
    text()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it("hold no token, cookie, body, query, key or passphrase, whatever a request ends in", async () => {
    const stranger = client(stack.gateway.url);
    const opened = await stranger.send("POST", "/v1/sessions", { body: { member: "ada" } });
    const token = String(opened.body["token"]);
    const ada = client(stack.gateway.url, token);
    const sentinel = "sentinel-4711";
    await ada.post("/v1/notes", { text: `${sentinel} in a body` });
    await ada.post("/v1/notes", { text: `${sentinel} too long `.repeat(200) });
    await ada.send("POST", "/v1/notes", { rawBody: `{"text": "${sentinel}`, key: "broken" });
    await ada.get(`/v1/notes/1?name=${sentinel}`);
    await stranger.get("/v1/me", { authorization: `Bearer ${sentinel}`, cookie: `a=${sentinel}` });
    await stranger.get(`/v1/shared/${sentinel}`);
    // Also where a line holds one by mistake.
    logger.warn(
      { token, headers: { authorization: token }, account: { privateKey: token } },
      "by mistake",
    );
    logger.error(
      { err: Object.assign(new Error("failed"), { passphrase: sentinel, raw: sentinel }) },
      "failed",
    );
    const secrets = [token, sentinel, "for tests only", testMember(1, "ada").key];
    for (const secret of secrets) expect(text()).to.not.contain(secret);
    expect(lines().filter(({ msg }) => msg === "request").length).to.be.greaterThan(5);
  });

  it("name each request by our id, and by the caller's own where that is harmless", async () => {
    const stranger = client(stack.gateway.url);
    const answer = await stranger.get("/livez", { "x-request-id": "erp-77.a" });
    const ours = answer.headers.get("x-request-id");
    expect(ours).to.match(/^[0-9a-f-]{36}$/);
    const find = (id: string | null) => lines().find(({ requestId }) => requestId === id);
    expect(find(ours)).to.include({
      callersId: "erp-77.a",
      method: "GET",
      path: "/livez",
      status: 200,
    });
    for (const hostile of ['a" ,"level":60', "x".repeat(65), "{}"]) {
      const { headers } = await stranger.get("/livez", { "x-request-id": hostile });
      expect(find(headers.get("x-request-id"))).to.not.have.property("callersId");
    }
  });
});
