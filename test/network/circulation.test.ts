import { expect } from "chai";
import { seedDemonstration } from "../../scripts/demonstration/seedDemonstration.ts";
import { signIn } from "../gateway/helpers/signIn.ts";
import { chainOf } from "./helpers/chainOf.ts";
import { networkSuite } from "./helpers/networkSuite.ts";
import { proveCertificates } from "./helpers/proveCertificates.ts";
import { unequalGateways } from "./helpers/unequalGateways.ts";

/** Transactions that wait for each other take a block each. */
const MOST_BLOCKS = 300;

interface Certificate {
  readonly tier: number;
}

// Named to be played first: faults find certificates to prove.
networkSuite("Journeys over five validators", (network) => {
  const gateway = (index: number): string => network().state.gateways[index]?.url ?? "";

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
    const { certificates, unproved } = await proveCertificates(network());
    expect(certificates).to.be.greaterThan(3);
    expect(unproved).to.equal(0);
  });
});
