import { expect } from "chai";
import { networkState } from "../../scripts/network/networkState.ts";
import { pause } from "../gateway/helpers/pause.ts";
import { type LyingProxy, lyingProxy } from "./helpers/lyingProxy.ts";
import { networkSuite } from "./helpers/networkSuite.ts";
import { underFault } from "./helpers/underFault.ts";

const FAR_AHEAD = 1_000;
const BEHIND = -5;

networkSuite("A gateway's first endpoint that lies about the head", (network) => {
  let proxy: LyingProxy | undefined;

  const goOver = async (rpcUrl: string | undefined): Promise<void> => {
    const { directory, state } = network();
    const validators = state.validators.map((validator) =>
      validator.index === 1 && rpcUrl !== undefined ? { ...validator, rpcUrl } : validator,
    );
    await network().killGateways();
    await networkState.write(directory, { ...state, validators });
    await network().startGateways();
  };

  before(async () => {
    proxy = await lyingProxy(network().state.validators[0]?.rpcUrl ?? "");
    await goOver(proxy.url);
  });
  after(async () => {
    if (proxy === undefined) return;
    await goOver(undefined);
    await proxy.close();
  });

  for (const [name, blocks] of [
    ["far ahead", FAR_AHEAD],
    ["behind", BEHIND],
  ] as const) {
    it(`${name}: writes go on, each once`, async () => {
      await underFault(network(), `head ${name}`, 1, async ({ load, chain }) => {
        const before = proxy?.lies() ?? 0;
        proxy?.lieBy(blocks);
        const answered = load.answered();
        await chain.until("Writes meanwhile", async () => load.answered() > answered + 20, 90_000);
        await pause(5_000);
        expect(proxy?.lies()).to.be.greaterThan(before);
        proxy?.lieBy(0);
      });
    });
  }
});
