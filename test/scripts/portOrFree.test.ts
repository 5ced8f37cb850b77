import { once } from "node:events";
import { createServer } from "node:net";
import { expect } from "chai";
import { freePort } from "../../scripts/ledger/freePort.ts";
import { portOrFree } from "../../scripts/stack/portOrFree.ts";

describe("The port of the ledger's JSON-RPC", () => {
  it("is the wanted one while nobody listens on it", async () => {
    const port = await freePort();
    expect(await portOrFree(port)).to.equal(port);
    expect(await portOrFree(port)).to.equal(port);
  });

  it("is a free one when somebody listens on the wanted one", async () => {
    const port = await freePort();
    const server = createServer().listen(port, "127.0.0.1");
    await once(server, "listening");
    try {
      expect(await portOrFree(port)).to.equal(0);
    } finally {
      server.close();
    }
  });
});
