import { expect } from "chai";
import { seedDemonstration } from "../../scripts/demonstration/seedDemonstration.ts";
import { signIn } from "../gateway/helpers/signIn.ts";
import { chainOf } from "./helpers/chainOf.ts";
import { networkSuite } from "./helpers/networkSuite.ts";
import { proveCertificates } from "./helpers/proveCertificates.ts";
import { storyCertificates } from "./helpers/storyCertificates.ts";
import { unequalGateways } from "./helpers/unequalGateways.ts";

/** Transactions that wait for each other take a block each. */
const MOST_BLOCKS = 300;

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
    const [one, other] = await Promise.all(
      [0, 1].map((index) => storyCertificates(gateway(index))),
    );
    expect(one).to.deep.equal(other);
    expect(one?.some(({ tier }) => tier >= 2)).to.equal(true);
    for (const index of [0, 1]) {
      const auditor = await signIn(gateway(index), "Zhengda Auditors");
      expect((await auditor.get("/v1/conservation")).body["conserved"]).to.equal(true);
    }
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
