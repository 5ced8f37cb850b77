import { expect } from "chai";
import { ZeroHash } from "ethers";
import {
  certificates,
  createLedger,
  type Ledger,
  type LedgerCall,
  members,
  receivables,
} from "../../../sdk/index.ts";
import { caughtFrom } from "../../helpers/caughtFrom.ts";
import { chain } from "../../helpers/chain.ts";
import { sdkLedger } from "../../helpers/sdkLedger.ts";
import { sdkScene } from "../../helpers/sdkScene.ts";

async function prepared() {
  const ledger = await sdkLedger();
  const scene = sdkScene(ledger);
  return { ...ledger, scene, issued: await scene.issued({ face: 1_000_00n }) };
}

describe("a ledger", () => {
  const load = () => chain.networkHelpers.loadFixture(prepared);

  it("is not the one that another chain's deployment speaks of", async () => {
    const { provider, deployment } = await load();
    const elsewhere = { ...deployment, chainId: 1 };
    const error = await caughtFrom(createLedger({ provider, deployment: elsewhere }));
    expect(error.code).to.equal("ledger-other-chain");
    expect(error.message).to.equal("The ledger is on chain 1 and the node serves chain 73571.");
  });

  it("is read without a signer, and not written", async () => {
    const { provider, deployment, issued } = await load();
    const reader = await createLedger({ provider, deployment });
    expect((await certificates.getPosition(reader, issued)).value).to.equal(1_000_00n);
    const error = await caughtFrom(certificates.split(reader, { ...issued, value: 1n }));
    expect(error.code).to.equal("ledger-signer-missing");
  });

  it("refuses in a sentence with names and amounts, and changes nothing", async () => {
    const { as, issued } = await load();
    const { certificate } = issued;
    const theft = await caughtFrom(certificates.split(as.buyer, { certificate, value: 1n }));
    expect(theft.code).to.equal("SplitTokenNotOwner");
    expect(theft.message).to.equal(`Certificate ${certificate} belongs to supplier, not to buyer.`);
    const much = await caughtFrom(
      certificates.split(as.supplier, { certificate, value: 1_000_01n }),
    );
    expect(much.message).to.equal(
      `1,000.00 CNY of certificate ${certificate} is free, this asks for 1,000.01 CNY.`,
    );
    expect((await certificates.getPosition(as.buyer, { certificate })).value).to.equal(1_000_00n);
  });

  it("refuses to read what does not exist", async () => {
    const { as } = await load();
    const error = await caughtFrom(receivables.get(as.anyone, { receivable: 99 }));
    expect(error.code).to.equal("ReceivablesUnknown");
    expect(error.message).to.equal("There is no receivable 99.");
  });

  it("says which argument can't be sent at all", async () => {
    const { as, issued } = await load();
    for (const parameters of [
      { ...issued, value: -1n },
      { ...issued, value: 1n, ref: "0x12" },
    ]) {
      const error = await caughtFrom(certificates.split(as.supplier, parameters));
      expect(error.code).to.equal("ledger-argument-invalid");
      expect(error.message).to.match(/^Argument \w+ of creditCertificates\.split can't be used/);
    }
  });

  it("says that there is no contract where a deployment sees one", async () => {
    const { as, deployment, signers } = await load();
    const addresses = { ...deployment.addresses, members: signers.fresh.address };
    const ledger: Ledger = { ...as.anyone, deployment: { ...deployment, addresses } };
    const error = await caughtFrom(members.get(ledger, { member: 1 }));
    expect(error.code).to.equal("ledger-contract-missing");
  });

  it("says that its node does not answer", async () => {
    const { as } = await load();
    const away = () => Promise.reject(new Error("connect ECONNREFUSED"));
    const ledger: Ledger = { ...as.anyone, provider: { call: away, getLogs: away } };
    const error = await caughtFrom(members.get(ledger, { member: 1 }));
    expect(error.code).to.equal("ledger-unreachable");
    expect(error.cause).to.have.property("message", "connect ECONNREFUSED");
  });

  it("carries the request reference in the event, or none", async () => {
    const { as, scene, issued } = await load();
    const ref = scene.digest("request 1");
    const referred = await certificates.split(as.supplier, { ...issued, value: 1n, ref });
    const direct = await certificates.split(as.supplier, { ...issued, value: 1n });
    const refsOf = ({ events }: typeof direct) =>
      events.flatMap((event) => (event.name === "SplitToSelf" ? event.args.ref : []));
    expect(refsOf(referred)).to.deep.equal([ref]);
    expect(refsOf(direct)).to.deep.equal([ZeroHash]);
  });

  it("pays the gas price that its engine asks for, 0 by default", async () => {
    const { provider, deployment, signers, issued } = await load();
    const parameters = { provider, deployment, signer: signers.supplier };
    for (const [given, expected] of [
      [{}, 0n],
      [{ gasPrice: 7n }, 7n],
    ] as const) {
      const ledger = await createLedger({ ...parameters, ...given });
      const written = await certificates.split(ledger, { ...issued, value: 1n });
      const sent = await provider.getTransaction(written.transactionHash);
      expect(sent?.gasPrice).to.equal(expected);
    }
  });

  it("says why a call was refused that was included all the same", async () => {
    const { provider, deployment, signers, issued } = await load();
    const signer = signers.buyer;
    // A wallet that estimates nothing lets the refusal happen in the block.
    const hasty = new Proxy(signer, {
      get: (target, key) =>
        key === "sendTransaction"
          ? (request: object) => target.sendTransaction({ ...request, gasLimit: 1_000_000n })
          : Reflect.get(target, key),
    });
    const ledger = await createLedger({ provider, deployment, signer: hasty });
    await provider.send("evm_setAutomine", [false]);
    try {
      const attempt = caughtFrom(certificates.split(ledger, { ...issued, value: 1n }));
      while ((await provider.send("eth_pendingTransactions", [])).length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await provider.send("evm_mine", []);
      expect((await attempt).code).to.equal("SplitTokenNotOwner");
    } finally {
      await provider.send("evm_setAutomine", [true]);
    }
  });

  it("writes through whatever its caller submits with", async () => {
    const { as, issued, deployment } = await load();
    const calls: LedgerCall[] = [];
    const gateway: Ledger = {
      ...as.anyone,
      submit: async (call) => {
        calls.push(call);
        return as.supplier.submit(call);
      },
    };
    const { certificate } = await certificates.split(gateway, { ...issued, value: 300_00n });
    expect((await certificates.getPosition(gateway, { certificate })).value).to.equal(300_00n);
    expect(calls.map(({ to, contract, verb }) => ({ to, contract, verb }))).to.deep.equal([
      {
        to: deployment.addresses.creditCertificates,
        contract: "creditCertificates",
        verb: "split",
      },
    ]);
  });

  it("leaves the errors of its caller's submit as they are", async () => {
    const { as, issued } = await load();
    const pending = new Error("it is stored and will be included");
    const gateway: Ledger = { ...as.supplier, submit: () => Promise.reject(pending) };
    const outcome = await certificates
      .split(gateway, { ...issued, value: 1n })
      .catch((thrown: unknown) => thrown);
    expect(outcome).to.equal(pending);
  });
});
