import { writeFile } from "node:fs/promises";
import { expect } from "chai";
import {
  ethereumHeaders,
  headerFromRlp,
  readWarpTrust,
  verifyWarpBlock,
  warpProof,
} from "../../sdk/index.ts";
import { warpValidators } from "../helpers/warpValidators.ts";
import { eventually } from "./helpers/eventually.ts";
import { type LedgerGateway, ledgerGateway } from "./helpers/ledgerGateway.ts";
import { pause } from "./helpers/pause.ts";
import { startAnvil } from "./helpers/startAnvil.ts";
import { temporaryFile } from "./helpers/temporaryFile.ts";
import { issueTrade } from "./helpers/trade.ts";
import { type WarpConduct, type WarpServers, warpServers } from "./helpers/warpServers.ts";

const five = warpValidators.validators(5);
const [set] = warpValidators.trust(five).sets;
const pinned = {
  kind: "warp",
  ...warpValidators.chain,
  sets: [
    {
      fromBlock: "0",
      validators: set?.validators.map((each) => ({ ...each, weight: each.weight.toString() })),
    },
  ],
};

/** The same without one of them, so that bits count otherwise. */
const later = pinned.sets[0]?.validators?.slice(1);

// anvil's blocks are named as Ethereum's; what validators sign about a hash is the same on every engine.
describe("A gateway whose validators are pinned", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let nodes: WarpServers;
  let file = "";
  before(async () => {
    const chain = await startAnvil();
    nodes = await warpServers(five, async (hash) => {
      const block = await chain.rpc.send("eth_getBlockByHash", [hash, false]);
      return block !== null;
    });
    file = await temporaryFile("validators.json", JSON.stringify(pinned));
    const config = { validatorsFile: file, warpUrls: nodes.urls };
    stack = await ledgerGateway(config, { startChain: async () => chain });
  });
  after(async () => {
    await nodes?.close();
    await stack?.close();
  });

  const blocksWithEvents = async () => {
    const rows = await stack.database.query<{ number: bigint }>(
      "SELECT DISTINCT block_number AS number FROM projected.event ORDER BY 1",
    );
    return rows.map(({ number }) => Number(number));
  };
  const proofOf = async (block: number) => stack.as("auditor").get(`/v1/blocks/${block}/proof`);
  /** Checks a proof as its reader does, with the pinned keys alone. */
  const verified = async (block: number) => {
    const { status, body } = await proofOf(block);
    expect(status, JSON.stringify(body)).to.equal(200);
    const headers = (body["headers"] as string[]).map((rlp) => headerFromRlp(rlp, ethereumHeaders));
    const signatures = (body["signatures"] as { block: number; message: string }[]).map((its) => ({
      block: BigInt(its.block),
      signedMessage: its.message,
    }));
    const verdict = warpProof.verify(headers, readWarpTrust(pinned), { signatures });
    expect(verdict.blocks[0]).to.include({ number: BigInt(block), hash: body["hash"] });
    return { verdict, headers };
  };
  const conducts = (hows: readonly WarpConduct[]) => {
    for (const [index, how] of hows.entries()) nodes.conduct(index, how);
  };
  const wellAgain = () => conducts(five.map(() => "signs"));
  const lastBlock = async () => (await blocksWithEvents()).at(-1) ?? 0;

  it("has every block with events of the ledger proved, and says what share of them", async () => {
    await issueTrade(stack);
    await eventually(async () => {
      for (const block of await blocksWithEvents()) await verified(block);
    }, 30_000);
    const ready = await stack.as("auditor").get("/readyz");
    expect(ready.body["proofCoverage"]).to.equal(1);
    const { registry } = stack.gateway.services.metrics;
    expect(await registry.metrics()).to.include("tallystick_block_proof_coverage 1\n");
    expect([...nodes.asked.keys()]).to.deep.equal(["warp_getBlockSignature"]);
  });

  const troubles: readonly WarpConduct[] = [
    "down",
    "silent",
    "refuses",
    "lacks-method",
    "signs-otherwise",
    "answers-nonsense",
  ];
  for (const trouble of troubles) {
    it(`needs four of five validators and no more: one that ${trouble} hinders nothing`, async () => {
      conducts([trouble]);
      await issueTrade(stack);
      const block = await lastBlock();
      await eventually(() => verified(block), 30_000);
      const { verdict } = await verified(block);
      expect(verdict.blocks.at(-1)?.signers).to.have.length(4);
      wellAgain();
    });
  }

  it("has no proof while two are down, and catches up with one signature once they are back", async () => {
    conducts(["down", "down"]);
    const before = await lastBlock();
    await issueTrade(stack);
    await issueTrade(stack);
    const missed = (await blocksWithEvents()).filter((block) => block > before);
    expect(missed.length).to.be.greaterThan(4);
    const last = missed.at(-1) ?? 0;
    expect((await proofOf(last)).status).to.equal(404);
    const shift = (by: string) =>
      stack.database.query(`UPDATE projected.event SET block_time = block_time ${by}`);
    await shift("- interval '1 hour'");
    await eventually(async () => {
      const { body } = await stack.as("auditor").get("/readyz");
      expect(body["proofCoverage"]).to.be.lessThan(1);
    });
    await shift("+ interval '1 hour'");
    wellAgain();
    await eventually(() => verified(last), 30_000);
    const { headers, verdict } = await verified(missed[0] ?? 0);
    expect(headers).to.have.length(last - (missed[0] ?? 0) + 1);
    expect(verdict.blocks.at(-1)?.number).to.equal(BigInt(last));
    await eventually(async () => {
      const { body } = await stack.as("auditor").get("/readyz");
      expect(body["proofCoverage"]).to.equal(1);
    });
  });

  it("reads its file anew when validators change, and collects anew what those before signed since", async () => {
    const block = await lastBlock();
    await eventually(() => verified(block), 30_000);
    const changed = {
      ...pinned,
      sets: [...pinned.sets, { fromBlock: `${block}`, validators: later }],
    };
    await writeFile(file, JSON.stringify(changed));
    await eventually(async () => {
      const { body } = await proofOf(block);
      const [signature] = (body["signatures"] ?? []) as { block: number; message: string }[];
      const signedMessage = signature?.message ?? "0x";
      const trust = readWarpTrust(changed);
      verifyWarpBlock(trust, { number: BigInt(block), hash: String(body["hash"]), signedMessage });
    }, 30_000);
    await writeFile(file, "{}");
    await issueTrade(stack);
    await pause(1_500);
    expect((await proofOf(await lastBlock())).status).to.equal(404);
    await writeFile(file, JSON.stringify(pinned));
    const last = await lastBlock();
    await eventually(() => verified(last), 30_000);
  });

  it("gives a proof to members alone, and none of a block that isn't there", async () => {
    expect((await fetch(`${stack.url}/v1/blocks/1/proof`)).status).to.equal(401);
    expect((await proofOf(10_000_000)).status).to.equal(404);
    expect((await stack.as("auditor").get("/v1/blocks/x/proof")).status).to.equal(400);
  });
});
