import { type LiveNetwork, liveNetwork } from "./liveNetwork.ts";

let shared: Promise<LiveNetwork> | undefined;

// One network for all suites of a run: it takes half a minute to make.
after(async function () {
  this.timeout(120_000);
  await (await shared)?.close();
});

/** A suite that is played on a running network; pending where the engine can't be built. */
export function networkSuite(title: string, cases: (network: () => LiveNetwork) => void): void {
  describe(title, function () {
    this.timeout(1_200_000);
    let network: LiveNetwork | undefined;
    before(async function () {
      if (process.env["TALLYSTICK_NETWORK_SKIP"] === "yes") this.skip();
      shared ??= liveNetwork();
      network = await shared;
    });
    cases(() => {
      if (network === undefined) throw new Error("The network isn't up.");
      return network;
    });
  });
}
