import { expect } from "chai";
import { Wallet } from "ethers";
import { secretsOf } from "../../scripts/stack/secretsOf.ts";
import { networkSuite } from "./helpers/networkSuite.ts";

networkSuite("Whom the chain refuses", (network) => {
  const send = async (validator: number, wallet: Wallet, data?: string): Promise<string> => {
    const raw = await wallet.signTransaction({
      type: 0,
      chainId: network().state.chainId,
      nonce: 0,
      gasLimit: 100_000,
      gasPrice: 1n,
      ...(data === undefined ? { to: wallet.address } : { data }),
    });
    return network()
      .ask(validator, "eth_sendRawTransaction", [raw])
      .then(String, (error: Error) => error.message);
  };

  it("a stranger's transaction, at every validator", async () => {
    const stranger = new Wallet(Wallet.createRandom().privateKey);
    for (const { index } of network().state.validators) {
      const said = await send(index, stranger);
      expect(said).to.include("cannot issue transaction from non-allow listed address");
    }
  });

  it("a stranger's deployment", async () => {
    const stranger = new Wallet(Wallet.createRandom().privateKey);
    expect(await send(2, stranger, "0x60006000f3")).to.include("non-allow listed address");
  });

  it("the deployer's, once the contracts stand", async () => {
    const { deployerKey } = await secretsOf(network().directory);
    const said = await send(3, new Wallet(deployerKey), "0x60006000f3");
    expect(said).to.match(/non-allow listed address|nonce too low/);
    const list = "0x0200000000000000000000000000000000000000";
    const asked = `0xeb54dae1${new Wallet(deployerKey).address.slice(2).padStart(64, "0")}`;
    const role = await network().ask(1, "eth_call", [{ to: list, data: asked }, "latest"]);
    expect(BigInt(String(role))).to.equal(0n);
  });
});
