import { type EvidenceTrust, evidenceText, signCheckpoint, verifyEvidence } from "@tallystick/sdk";
import { expect } from "chai";
import { Wallet } from "ethers";
import type { Rpc } from "../../../gateway/chain/rpc.ts";
import { client } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import type { TestChain } from "../helpers/startAnvil.ts";
import { issueTrade } from "../helpers/trade.ts";

describe("Evidence over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let certificate = "";
  let proofs = 0;
  let onProof = async (): Promise<void> => undefined;
  before(async () => {
    const connect = async ({ rpc }: TestChain): Promise<Rpc> => ({
      async send(method, parameters) {
        if (method === "eth_getProof") {
          proofs += 1;
          await onProof();
        }
        return rpc.send(method, parameters);
      },
    });
    stack = await ledgerGateway({}, { connect });
    ({ certificate } = await issueTrade(stack));
  });
  after(() => stack.close());

  const path = () => `/v1/certificates/${certificate}/evidence`;

  it("is a bundle that anybody can check, byte for byte as its holder was given it", async () => {
    const token = (await stack.as("tierOne").get(path())).body;
    const bundle = evidenceText.read(JSON.stringify(token));
    const { chainId, genesis, contracts, block } = bundle;
    const json = await stack.chain.rpc.send("eth_getBlockByNumber", [
      `0x${block.toString(16)}`,
      false,
    ]);
    const { hash: blockHash, stateRoot } = json as { hash: string; stateRoot: string };
    const auditor = Wallet.createRandom();
    const checkpoint = await signCheckpoint(auditor, {
      ...{ chainId, genesisHash: genesis, block, blockHash, stateRoot, digest: null, tables: [] },
      ...{ signer: "Plain Audit", at: "2026-11-23T00:00:00Z" },
    });
    const signers = [{ name: "Plain Audit", account: checkpoint.account }];
    const trust: EvidenceTrust = { kind: "checkpoint", chainId, genesis, contracts, signers };
    const { certificate: proved } = verifyEvidence(bundle, trust, { checkpoints: [checkpoint] });
    expect(proved).to.include({ value: 1_000_000n, owner: stack.who.tierOne.id });
  });

  it("is as of a block of the caller's choice, of none that isn't there yet", async () => {
    const { body } = await stack.as("tierOne").get(path());
    const block = Number(body["block"]);
    const again = await stack.as("tierOne").get(`${path()}?block=${block}`);
    expect(again.body).to.deep.equal(body);
    const early = await stack.as("tierOne").get(`${path()}?block=1`);
    expect([early.status, early.body["code"]]).to.deep.equal([422, "unprocessable"]);
    const late = await stack.as("tierOne").get(`${path()}?block=${block + 1_000}`);
    expect([late.status, late.body["code"]]).to.deep.equal([404, "not-found"]);
  });

  it("is made once, however fast blocks come meanwhile", async () => {
    const proofsOfOne = async () => {
      proofs = 0;
      expect((await stack.as("tierOne").get(path())).status).to.equal(200);
      return proofs;
    };
    const quiet = await proofsOfOne();
    onProof = () => stack.pass(1);
    expect(await proofsOfOne()).to.equal(quiet);
    onProof = async () => undefined;
  });

  it("is for the certificate's parties alone, not even for who oversees by office", async () => {
    expect((await stack.as("obligor").get(path())).status).to.equal(200);
    expect((await stack.as("tierTwo").get(path())).status).to.equal(403);
    expect((await stack.as("auditor").get(path())).status).to.equal(403);
    expect((await client(stack.url).get(path())).status).to.equal(401);
  });
});
