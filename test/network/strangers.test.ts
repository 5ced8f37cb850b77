import { expect } from "chai";
import { Wallet } from "ethers";
import { secretsOf } from "../../scripts/stack/secretsOf.ts";
import { networkSuite } from "./helpers/networkSuite.ts";
import { underFault } from "./helpers/underFault.ts";

const DEPLOYMENT = "0x60006000f3";
const OFF_THE_LIST = "cannot issue transaction from non-allow listed address";
/** Allow lists on the chain: who may deploy, who may send. */
const LISTS = [
  "0x0200000000000000000000000000000000000000",
  "0x0200000000000000000000000000000000000002",
] as const;
const READ_ALLOW_LIST = "0xeb54dae1";

networkSuite("Whom the chain refuses", (network) => {
  const send = async (validator: number, wallet: Wallet, data?: string): Promise<string> => {
    const asked = [wallet.address, "latest"];
    const raw = await wallet.signTransaction({
      type: 0,
      chainId: network().state.chainId,
      nonce: Number(await network().ask(validator, "eth_getTransactionCount", asked)),
      gasLimit: 100_000,
      gasPrice: 1n,
      ...(data === undefined ? { to: wallet.address } : { data }),
    });
    return network()
      .ask(validator, "eth_sendRawTransaction", [raw])
      .then(
        () => "taken",
        (error: Error) => error.message,
      );
  };
  /** Deployed the contracts, has coin for gas, and is off both lists since. */
  const deployer = async (): Promise<Wallet> =>
    new Wallet((await secretsOf(network().directory)).deployerKey);

  it("an account with coin that is off the list, at every validator", async () => {
    const { validators } = network().state;
    await underFault(network(), "outsider", validators.length, async () => {
      for (const { index } of validators)
        expect(await send(index, await deployer())).to.include(OFF_THE_LIST);
    });
  });

  it("its deployment", async () => {
    expect(await send(2, await deployer(), DEPLOYMENT)).to.include(OFF_THE_LIST);
  });

  it("a stranger, who has no coin either", async () => {
    const stranger = new Wallet(Wallet.createRandom().privateKey);
    expect(await send(3, stranger)).not.to.equal("taken");
    expect(await send(4, stranger, DEPLOYMENT)).not.to.equal("taken");
  });

  it("the deployer on either list, once the contracts stand", async () => {
    const data = `${READ_ALLOW_LIST}${(await deployer()).address.slice(2).padStart(64, "0")}`;
    for (const to of LISTS) {
      const role = await network().ask(1, "eth_call", [{ to, data }, "latest"]);
      expect(BigInt(String(role))).to.equal(0n);
    }
  });
});
