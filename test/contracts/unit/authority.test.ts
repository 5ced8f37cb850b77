import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "chai";
import { ledgerContracts } from "../../../scripts/deploy/ledgerContracts.ts";
import { authorityChecks, checkAuthority } from "../../helpers/authority/checkAuthority.ts";
import { authorityScene } from "../../helpers/authority/scene.ts";
import { stateChangingFunctions } from "../../helpers/authority/stateChangingFunctions.ts";
import { authorityTable } from "../../helpers/authority/table.ts";
import { chain } from "../../helpers/chain.ts";

/** Contracts of the repository that have bytecode and functions that change state. */
function deployableContracts(): string[] {
  const files = readdirSync("artifacts/contracts", { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const { bytecode, abi } = JSON.parse(
        readFileSync(join("artifacts/contracts", file), "utf8"),
      ) as { bytecode?: string; abi: { type: string; stateMutability?: string }[] };
      const changes = abi.some(
        ({ type, stateMutability = "" }) =>
          type === "function" && !["view", "pure"].includes(stateMutability),
      );
      return bytecode !== undefined && bytecode !== "0x" && changes
        ? [basename(file, ".json")]
        : [];
    });
}

describe("Authority over every function", () => {
  it("is stated for each function that changes state, and for nothing else", () => {
    const stated = Object.entries(authorityTable).flatMap(([contract, functions]) =>
      Object.keys(functions).map((fn) => `${contract}.${fn}`),
    );
    const compiled = Object.entries(stateChangingFunctions()).flatMap(([contract, functions]) =>
      functions.map((fn) => `${contract}.${fn}`),
    );
    expect(stated.sort()).to.deep.equal(compiled.sort());
  });

  it("covers every contract that can be deployed", () => {
    const known = Object.keys(ledgerContracts).map((name) => name.toLowerCase());
    const unknown = deployableContracts().filter((name) => !known.includes(name.toLowerCase()));
    expect(unknown).to.deep.equal([]);
  });

  it("is refused to somebody for each function that isn't open to anyone", () => {
    const without = Object.entries(authorityTable).flatMap(([contract, functions]) =>
      Object.entries(functions)
        .filter(([, { refused, open }]) => Object.keys(refused).length === 0 && open === undefined)
        .map(([fn]) => `${contract}.${fn}`),
    );
    // A fallback runs the functions of the second bytecode, which are listed one by one.
    expect(without).to.deep.equal(["creditCertificates.fallback", "warehouseReceipts.fallback"]);
  });

  for (const check of authorityChecks()) {
    const { contract, fn, caller, expected } = check;
    it(`${contract}.${fn}, called by ${caller}: ${expected}`, async () => {
      const scene = await chain.networkHelpers.loadFixture(authorityScene);
      expect(await checkAuthority(scene, check)).to.equal(undefined);
    });
  }
});
