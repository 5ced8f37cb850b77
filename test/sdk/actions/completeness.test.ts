import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { moduleRoles } from "../../../scripts/deploy/moduleRoles.ts";
import { contractArtifacts } from "../../helpers/contractArtifacts.ts";

const root = new URL("../../../sdk/actions/", import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(new URL(file, root), "utf8") }));

/** What interfaces people call, by the name of the contract in a deployment. */
const interfaces = {
  members: "IMembers",
  rules: "IRules",
  claims: "IClaims",
  creditCertificates: "ICreditCertificates",
  receivables: "IReceivables",
  settlement: "ISettlement",
  settlementRuns: "ISettlementRuns",
  earlyPayments: "IEarlyPayments",
  factoring: "IFactoring",
  documentAnchors: "IDocumentAnchors",
  warehouses: "IWarehouses",
  warehouseReceipts: "IWarehouseReceipts",
  liens: "ILiens",
} as const;

/** Verbs of ledger contracts: no account ever calls them. */
function isForContracts(contract: string, name: string): boolean {
  const granted = moduleRoles
    .filter(({ label }) => label !== "GOVERNOR")
    .flatMap(({ functions }) => Object.entries(functions))
    .some(([key, names]) => key === contract && names?.some((each) => each === name));
  return granted || ["onAccepted", "onPaid", "onFailed", "onGoodsTaken"].includes(name);
}

describe("the SDK's actions", () => {
  it("are a verb for each thing that an account may do", async () => {
    const compiled = await contractArtifacts();
    const missing = Object.entries(interfaces).flatMap(([contract, name]) => {
      const verbs: string[] = [];
      compiled.get(name)?.abi.forEachFunction((fn) => {
        if (fn.stateMutability === "nonpayable") verbs.push(fn.name);
      });
      const call = (verb: string) =>
        new RegExp(`"${contract}",\\s*"${verb}",|circulation\\("${contract}"\\)\\.${verb}\\(`);
      return verbs
        .filter((verb) => !isForContracts(contract, verb))
        .filter((verb) => !sources.some(({ text }) => call(verb).test(text)))
        .map((verb) => `${contract}.${verb}`);
    });
    expect(missing).to.deep.equal([]);
  });

  it("are listed by their noun, one a file, with parameters, result and errors as types", () => {
    const wrong = sources
      .filter(({ text }) => /^export async function/m.test(text))
      .filter(({ file, text }) => {
        const verb = /([^/]+)\.ts$/.exec(file)?.[1] ?? "";
        const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
        const noun = file.split("/")[0];
        const index = sources.find((each) => each.file === `${noun}/index.ts`)?.text ?? "";
        return (
          !index.includes(`export * from "./${verb}.ts";`) ||
          !text.includes(`export async function ${verb}(`) ||
          !["Parameters", "ReturnType", "ErrorType"].every((end) =>
            new RegExp(`export type ${type}${end}\\b`).test(text),
          ) ||
          !text.includes("@example") ||
          !text.includes("@throws")
        );
      });
    expect(wrong.map(({ file }) => file)).to.deep.equal([]);
  });
});
