import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { seedDemonstration } from "../../scripts/demonstration/seedDemonstration.ts";
import { evidenceExport } from "../../scripts/tally/evidence/evidenceExport.ts";
import { evidenceVerify } from "../../scripts/tally/evidence/evidenceVerify.ts";
import { signIn } from "../gateway/helpers/signIn.ts";
import { chainOf } from "./helpers/chainOf.ts";
import { networkSuite } from "./helpers/networkSuite.ts";
import { unequalGateways } from "./helpers/unequalGateways.ts";

/** Transactions that wait for each other take a block each. */
const MOST_BLOCKS = 300;

interface Certificate {
  readonly certificate: string;
  readonly tier: number;
}

networkSuite("Journeys over five validators", (network) => {
  const gateway = (index: number): string => network().state.gateways[index]?.url ?? "";
  const rpc = (): string => network().state.validators[1]?.rpcUrl ?? "";

  /** Whom a verifier trusts: the pinned keys, and which ledger is meant. */
  const trustFile = async (): Promise<string> => {
    const { directory, state } = network();
    const read = async (file: string) => JSON.parse(await readFile(file, "utf8")) as object;
    const { contracts } = (await read(state.deploymentFile)) as { contracts: object };
    const block = (await network().ask(1, "eth_getBlockByNumber", ["0x0", false])) as {
      hash: string;
    };
    const ledger = { chainId: state.chainId, genesis: block.hash, contracts };
    const trust = { ...(await read(join(directory, "validators.json"))), ...ledger };
    const file = join(directory, "trust.json");
    await writeFile(file, JSON.stringify(trust));
    return file;
  };

  it("circulation and pledge: a story of thirteen members is told to the end", async () => {
    const { height } = chainOf(network());
    const before = await height(1);
    await seedDemonstration(gateway(0));
    expect((await height(1)) - before).to.be.lessThan(MOST_BLOCKS);
  });

  it("both gateways tell the same of it, and its value adds up", async () => {
    const auditors = await Promise.all(
      [0, 1].map((index) => signIn(gateway(index), "Zhengda Auditors")),
    );
    const lists = await Promise.all(
      auditors.map(
        async (auditor) =>
          (await auditor.get("/v1/certificates?holder=any&limit=100")).body["items"],
      ),
    );
    expect(lists[0]).to.deep.equal(lists[1]);
    expect((lists[0] as Certificate[]).some(({ tier }) => tier >= 2)).to.equal(true);
    for (const auditor of auditors)
      expect((await auditor.get("/v1/conservation")).body["conserved"]).to.equal(true);
  });

  it("audit: a replay from a validator has what both gateways have", async () => {
    expect(await unequalGateways(network())).to.equal(0);
  });

  it("audit: every certificate's evidence verifies without any network", async () => {
    const auditor = await signIn(gateway(1), "Zhengda Auditors");
    const { body } = await auditor.get("/v1/certificates?holder=any&limit=100");
    const certificates = body["items"] as Certificate[];
    expect(certificates.length).to.be.greaterThan(3);
    const where = { rpc: rpc(), deployment: network().state.deploymentFile };
    const validators = join(network().directory, "validators.json");
    const warpUrl = network().state.validators.flatMap((each) => each.warpUrl ?? []);
    const trusted = await trustFile();
    for (const { certificate } of certificates) {
      const out = join(network().directory, `evidence-${certificate}.json`);
      await evidenceExport(certificate, { ...where, validators, warpUrl, out });
      const verdict = await evidenceVerify(out, { validators: trusted });
      expect(verdict.outcome).to.equal("proved");
    }
  });
});
