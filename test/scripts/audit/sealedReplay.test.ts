import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { RpcRefusal } from "../../../gateway/chain/rpcRefusal.ts";
import { auditReplay } from "../../../scripts/tally/audit/replay/auditReplay.ts";
import { deployTestLedger, type TestLedger } from "../../gateway/helpers/deployTestLedger.ts";
import { startAnvil, type TestChain } from "../../gateway/helpers/startAnvil.ts";
import { type Sealer, sealedSource, sealersFrom } from "../../helpers/sealedSource.ts";

type Call = { readonly id: number; readonly method: string; readonly params: unknown[] };
type Json = Record<string, unknown>;

const headerNames = ["difficulty", "mixHash", "miner", "extraData", "parentHash", "hash"];

/**
 * A node in front of another one, whose blocks are sealed: the same transactions and state under other headers.
 *
 * @param sealersOf who seals a block
 */
async function sealingNode(chain: TestChain, sealersOf: (block: number) => readonly Sealer[]) {
  const source = sealedSource(
    { request: ({ method, params }) => chain.rpc.send(method, [...params]) },
    sealersOf,
  );
  // What the node behind says of its own blocks is said of the sealed ones.
  const sealedHashes = new Map<string, string>();
  const answer = async ({ id, method, params }: Call) => {
    const said = await chain.rpc.send(method, params).then(
      (result) => ({ result }),
      ({ code, message }: RpcRefusal) => ({ error: { code, message } }),
    );
    if ("error" in said) return { jsonrpc: "2.0", id, ...said };
    let { result } = said;
    if (method === "eth_getBlockByNumber") {
      const plain = result as Json;
      const sealed = (await source.request({ method, params })) as Json;
      sealedHashes.set(String(plain["hash"]), String(sealed["hash"]));
      result = { ...plain, ...Object.fromEntries(headerNames.map((its) => [its, sealed[its]])) };
    }
    const text = JSON.stringify(result).replace(
      /0x[0-9a-f]{64}/g,
      (hash) => sealedHashes.get(hash) ?? hash,
    );
    return { jsonrpc: "2.0", id, result: JSON.parse(text) as unknown };
  };
  const server: Server = createServer(async (request, response) => {
    const asked = JSON.parse((await request.toArray()).join("")) as Call | Call[];
    const answers = Array.isArray(asked) ? Promise.all(asked.map(answer)) : answer(asked);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(await answers));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no address");
  return { server, url: `http://127.0.0.1:${address.port}` };
}

describe("tally audit replay of sealed blocks", function () {
  this.timeout(180_000);
  const sealers = sealersFrom(2_000, 4);
  const servers: Server[] = [];
  let chain: TestChain;
  let ledger: TestLedger;
  let folder = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tallystick-sealed-"));
    chain = await startAnvil();
    // Sealed blocks are a second apart at least.
    await chain.rpc.send("anvil_setBlockTimestampInterval", [1]);
    ledger = await deployTestLedger(chain);
    await writeFile(join(folder, "deployment.json"), JSON.stringify(ledger.deployment));
  });
  after(async () => {
    for (const server of servers) server.close().closeAllConnections();
    ledger?.provider.destroy();
    await chain?.stop();
    await rm(folder, { recursive: true });
  });

  const replay = async (sealersOf: (block: number) => readonly Sealer[]) => {
    const { server, url } = await sealingNode(chain, sealersOf);
    servers.push(server);
    const deployment = join(folder, "deployment.json");
    const { facts } = await auditReplay({ rpc: url, deployment, hasReport: false });
    return facts;
  };

  it("checks every block's seals, and is clean", async () => {
    const { findings, checks, engine, range } = await replay(() => sealers);
    expect(findings).to.deep.equal([]);
    expect(engine.proof).to.equal("qbft");
    expect(engine.validators).to.deep.equal(sealers.map(({ address }) => address));
    const seals = checks.find(({ id }) => id === "seals");
    expect(seals).to.deep.equal({ id: "seals", checked: range.to, failed: 0, note: null });
  });

  it("names the first block that others than the voted validators sealed", async () => {
    const others = sealersFrom(3_000, 4);
    const { firstMismatch } = await replay((block) => (block < 9 ? sealers : others));
    expect(firstMismatch).to.include({
      code: "seals",
      block: 9,
      actual: "qbft-validators-differ",
    });
  });
});
