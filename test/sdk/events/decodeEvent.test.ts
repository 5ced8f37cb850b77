import { expect } from "chai";
import { concat, type EventFragment, type Interface, type ParamType, toBeHex } from "ethers";
import fc from "fast-check";
import { decodeEvent } from "../../../sdk/events/decodeEvent.ts";
import { ledgerInterfaces } from "../../../sdk/events/ledgerInterfaces.ts";
import { plainFields } from "../../../sdk/events/plainFields.ts";
import { readFlatEvent } from "../../../sdk/events/readFlatEvent.ts";

const fragments = Object.values(ledgerInterfaces).flatMap((abi) => {
  const found: (readonly [Interface, EventFragment])[] = [];
  abi.forEachEvent((event) => found.push([abi, event]));
  return found;
});

const hexOf = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((values) => `0x${Buffer.from(values).toString("hex")}`);

function valueFor(type: ParamType): fc.Arbitrary<unknown> {
  if (type.isArray()) return fc.array(valueFor(type.arrayChildren), { maxLength: 3 });
  if (type.isTuple()) return fc.tuple(...type.components.map(valueFor));
  const [, kind = "", size = "32"] = /^([a-z]+)(\d*)$/.exec(type.baseType) ?? [];
  if (kind === "uint") return fc.bigInt({ min: 0n, max: (1n << BigInt(size)) - 1n });
  if (kind === "address") return hexOf(20);
  if (kind === "bool") return fc.boolean();
  if (kind === "string") return fc.string();
  return type.baseType === "bytes" ? hexOf(40) : hexOf(Number(size));
}

const word = fc.oneof(
  hexOf(32),
  fc.bigInt({ min: 0n, max: 3n }).map((value) => toBeHex(value, 32)),
);

/** What ethers makes of a log, or that it refuses it. */
function byEthers(abi: Interface, event: EventFragment, topics: string[], data: string) {
  try {
    return plainFields(event.inputs, abi.decodeEventLog(event, data, topics));
  } catch {
    return "refused";
  }
}

function byUs(abi: Interface, topics: string[], data: string) {
  try {
    return decodeEvent(abi, { address: "0x", topics, data })?.args;
  } catch {
    return "refused";
  }
}

describe("Events are read", () => {
  it("as ethers reads them, whatever their fields hold", () => {
    let flat = 0;
    for (const [abi, event] of fragments) {
      fc.assert(
        fc.property(fc.tuple(...event.inputs.map(valueFor)), (values) => {
          const { topics, data } = abi.encodeEventLog(event, values);
          const log = { address: "0x", topics, data };
          const expected = byEthers(abi, event, topics, data);
          expect(decodeEvent(abi, log)).to.deep.equal({ name: event.name, args: expected });
          const args = readFlatEvent(event, log);
          if (args !== undefined) flat += 1;
          expect([undefined, JSON.stringify(Object.keys(args ?? {}))]).to.include(
            args === undefined ? undefined : JSON.stringify(Object.keys(expected)),
          );
        }),
        { numRuns: 5 },
      );
    }
    expect(flat).to.be.greaterThan(fragments.length * 3);
  });

  it("as ethers reads them, or refused as ethers refuses them, when a node sends other words", () => {
    for (const [abi, event] of fragments) {
      const indexed = event.inputs.filter((each) => each.indexed === true).length;
      const plain = event.inputs.length - indexed;
      const log = fc.tuple(
        fc.array(word, { minLength: Math.max(0, indexed - 1), maxLength: indexed + 1 }),
        fc.array(word, { minLength: Math.max(0, plain - 1), maxLength: plain + 1 }),
      );
      fc.assert(
        fc.property(log, ([words, parts]) => {
          const topics = [event.topicHash, ...words];
          const data = concat(parts);
          expect(byUs(abi, topics, data)).to.deep.equal(byEthers(abi, event, topics, data));
        }),
        { numRuns: 10 },
      );
    }
  });

  it("only where the ABI knows them", () => {
    const log = { address: "0x", topics: [toBeHex(7, 32)], data: "0x" };
    expect(decodeEvent(ledgerInterfaces.members, log)).to.equal(undefined);
    expect(decodeEvent(ledgerInterfaces.members, { ...log, topics: [] })).to.equal(undefined);
  });
});
