import { expect } from "chai";
import * as sdk from "../../../sdk/index.ts";
import { repositoryFiles } from "../../helpers/repositoryFiles.ts";

const sources = new Map(repositoryFiles().map(({ path, text }) => [path, text]));

function sourceOf(path: string): string {
  const text = sources.get(path);
  if (text === undefined) throw new Error(`there is no ${path}`);
  return text;
}

/** `BoughtBack` and `SETTLEMENT_BANK` as the SDK spells them. */
function spelled(name: string): string {
  const words = name === name.toUpperCase() ? name.split("_") : name.split(/(?=[A-Z])/);
  return words.join("-").toLowerCase();
}

function enumOf(path: string, name: string): string[] {
  const body = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(sourceOf(path))?.[1] ?? "";
  return body
    .replace(/\/\/\/.*$/gm, "")
    .split(",")
    .map((each) => spelled(each.trim()))
    .filter((each) => each !== "");
}

/** Names of the bits of a library, from the lowest. */
function bitsIn(library: string): string[] {
  const text = [...sources.values()].find((each) => each.includes(`\nlibrary ${library} {`));
  const body = text?.split(`\nlibrary ${library} {`)[1]?.split("\nlibrary ")[0] ?? "";
  const constants = body.matchAll(/uint\d+ internal constant (\w+) = (1 << \d+|\d+);/g);
  return [...constants]
    .map(([, name = "", value = ""]) => {
      const shift = /^1 << (\d+)$/.exec(value)?.[1];
      return { name: spelled(name), bit: shift === undefined ? Number(value) : 2 ** Number(shift) };
    })
    .sort((a, b) => a.bit - b.bit)
    .map(({ name, bit }, index) => {
      if (bit !== 2 ** index) throw new Error(`${library}.${name} leaves a gap`);
      return name;
    });
}

const interfaces = "contracts/interfaces";

describe("the SDK's names for states, kinds and roles", () => {
  const enums: readonly [readonly string[], string, string][] = [
    [sdk.receivableStates, "IReceivables.sol", "State"],
    [sdk.feeKinds, "IReceivableTerms.sol", "FeeKind"],
    [sdk.claimPhases, "IClaimErrors.sol", "Phase"],
    [sdk.financingStates, "IFactoringEvents.sol", "State"],
    [sdk.instructionStates, "ISettlement.sol", "State"],
    [sdk.instructionKinds, "ISettlement.sol", "Kind"],
    [sdk.outcomes, "ISettlement.sol", "Outcome"],
    [sdk.lienStates, "ILienTypes.sol", "State"],
    [sdk.legKinds, "ISettlement.sol", "LegKind"],
    [sdk.earlyPaymentStates, "IEarlyPayments.sol", "State"],
    [sdk.anchorKinds, "IDocumentAnchors.sol", "Kind"],
    [sdk.anchorStates, "IDocumentAnchors.sol", "State"],
    [sdk.controlStates, "IWarehouseTypes.sol", "Control"],
    [sdk.countMethods, "IWarehouseTypes.sol", "Method"],
    [sdk.memberSizes, "IMemberEvents.sol", "Size"],
  ];

  for (const [names, file, name] of enums) {
    it(`are those of ${name} in ${file}, in its order`, () => {
      expect(enumOf(`${interfaces}/${file}`, name)).to.deep.equal([...names]);
    });
  }

  it("passCauses are those of the split token, in its order", () => {
    const declared = [...sources.keys()].filter((path) =>
      /^contracts\/interfaces\/ISplitToken.*\.sol$/.test(path),
    );
    const causes = declared.map((path) => enumOf(path, "Cause")).find(({ length }) => length > 0);
    expect(causes).to.deep.equal([...sdk.passCauses]);
  });

  it("roles, reasons and flags are the contracts' bits, from the lowest", () => {
    expect(bitsIn("Roles")).to.deep.equal([...sdk.memberRoles]);
    expect(bitsIn("Suspensions")).to.deep.equal([...sdk.suspensionReasons]);
    expect(bitsIn("PositionLib")).to.deep.equal([...sdk.positionFlags]);
  });

  it("are numbers and back again, without loss", () => {
    for (const [number, name] of sdk.instructionKinds.entries()) {
      expect(sdk.numberOf(sdk.instructionKinds, name)).to.equal(number);
      expect(sdk.nameAt(sdk.instructionKinds, BigInt(number))).to.equal(name);
    }
    const all = sdk.bitsOf(sdk.memberRoles, sdk.memberRoles);
    expect(all).to.equal(4_095);
    expect(sdk.namesIn(sdk.memberRoles, all)).to.deep.equal([...sdk.memberRoles]);
    expect(sdk.namesIn(sdk.memberRoles, 1n << 12n)).to.deep.equal([]);
  });

  it("are refused when the ledger does not have them", () => {
    const wrong = "banker" as sdk.MemberRole;
    expect(() => sdk.bitsOf(sdk.memberRoles, [wrong]))
      .to.throw(sdk.VocabularyError, /^"banker" is none of obligor, /)
      .with.property("code", "vocabulary-name-unknown");
    expect(() => sdk.nameAt(sdk.outcomes, 3n))
      .to.throw(sdk.VocabularyError)
      .with.property("code", "vocabulary-number-unknown");
  });
});
