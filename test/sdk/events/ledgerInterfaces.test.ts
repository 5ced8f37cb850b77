import { expect } from "chai";
import type { Interface } from "ethers";
import { ledgerInterfaces } from "../../../sdk/index.ts";
import { contractArtifacts } from "../../helpers/contractArtifacts.ts";

/** The bytecodes behind each address of a deployment. */
const bytecodes: Readonly<Record<keyof typeof ledgerInterfaces, readonly string[]>> = {
  authority: ["Authority"],
  members: ["Members"],
  rules: ["Rules"],
  claims: ["Claims"],
  certificateMetadata: ["CertificateMetadata"],
  creditCertificates: ["CreditCertificates", "CertificateSettlement"],
  receivables: ["Receivables"],
  settlement: ["Settlement"],
  settlementRuns: ["SettlementRuns"],
  earlyPayments: ["EarlyPayments"],
  factoring: ["Factoring"],
  documentAnchors: ["DocumentAnchors"],
  warehouses: ["Warehouses"],
  receiptMetadata: ["ReceiptMetadata"],
  warehouseReceipts: ["WarehouseReceipts", "ReceiptDelivery"],
  liens: ["Liens"],
};

function signaturesIn(abi: Interface, kinds: readonly string[]): string[] {
  return abi.fragments
    .filter(({ type }) => kinds.includes(type))
    .map((fragment) => fragment.format("sighash"));
}

describe("the interfaces of a ledger", () => {
  for (const [name, contracts] of Object.entries(bytecodes)) {
    it(`know every event and function of ${name}`, async () => {
      const compiled = await contractArtifacts();
      const known = new Set(
        signaturesIn(ledgerInterfaces[name as keyof typeof ledgerInterfaces], [
          "event",
          "function",
        ]),
      );
      const missing = contracts
        .flatMap((contract) => {
          const artifact = compiled.get(contract);
          if (artifact === undefined) throw new Error(`there is no contract ${contract}`);
          return signaturesIn(artifact.abi, ["event", "function"]);
        })
        .filter((signature) => !known.has(signature));
      expect(missing).to.deep.equal([]);
    });

    it(`claim nothing of ${name} that it does not have`, async () => {
      const compiled = await contractArtifacts();
      const has = new Set(
        contracts.flatMap((contract) => {
          const artifact = compiled.get(contract);
          return artifact === undefined ? [] : signaturesIn(artifact.abi, ["function"]);
        }),
      );
      const abi = ledgerInterfaces[name as keyof typeof ledgerInterfaces];
      expect(signaturesIn(abi, ["function"]).filter((each) => !has.has(each))).to.deep.equal([]);
    });

    it(`name and index the events of ${name} as it does`, async () => {
      const compiled = await contractArtifacts();
      const abi = ledgerInterfaces[name as keyof typeof ledgerInterfaces];
      for (const contract of contracts) {
        compiled.get(contract)?.abi.forEachEvent((event) => {
          expect(abi.getEvent(event.topicHash)?.format("full")).to.equal(event.format("full"));
        });
      }
    });
  }
});
