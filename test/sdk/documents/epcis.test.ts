import { expect } from "chai";
import { epcisEventHash, gs1CheckDigit, isGs1Key } from "../../../sdk/index.ts";
import { inspected, paths, sample } from "./inspectFixture.ts";
import { publishedEventHashes } from "./publishedEventHashes.ts";

const list = "/epcisBody/eventList";

describe("the CBV 2.0 hash of an event", () => {
  for (const { name, event, context, hash } of publishedEventHashes) {
    it(`is the published one for ${name}`, () => {
      expect(epcisEventHash(event, context)).to.equal(`ni:///sha-256;${hash}?ver=CBV2.0`);
    });
  }

  it("differs when any value differs, but not with who recorded it when", () => {
    const event = {
      type: "ObjectEvent",
      eventTime: "2026-03-01T09:00:00Z",
      eventTimeZoneOffset: "+08:00",
      action: "OBSERVE",
      epcList: ["urn:epc:id:sscc:4012345.0000000333"],
      quantityList: [{ epcClass: "urn:epc:class:lgtin:4012345.011111.L1", quantity: 5 }],
    };
    const hash = epcisEventHash(event);
    const changes = [
      { type: "AssociationEvent" },
      { eventTime: "2026-03-01T09:00:00.001Z" },
      { eventTimeZoneOffset: "+09:00" },
      { action: "ADD" },
      { epcList: [] },
      { quantityList: [{ ...event.quantityList[0], quantity: 6 }] },
      { quantityList: [{ ...event.quantityList[0], uom: "KGM" }] },
      { "mill:heat": "A" },
      { readPoint: { id: "urn:epc:id:sgln:4012345.00005.0" } },
    ];
    const hashes = changes.map((change) => epcisEventHash({ ...event, ...change }));
    expect(new Set([hash, ...hashes]).size).to.equal(changes.length + 1);
    const same = { eventID: "x", recordTime: "2026-03-02T00:00:00Z", errorDeclaration: {} };
    expect(epcisEventHash({ ...same, ...event })).to.equal(hash);
  });
});

describe("events in JSON-LD of EPCIS 2.0", () => {
  it("have one identity and one hash each in any order and notation", async () => {
    const one = await inspected(sample("events.jsonld"), "epcis");
    const twin = await inspected(sample("events-twin.jsonld"), "epcis");
    expect(one.events).to.equal(5);
    expect(one.problems).to.deep.equal([]);
    expect(one.issued).to.equal("2026-03-02");
    expect(twin.identity).to.equal(one.identity);
    expect([...twin.eventHashes].reverse()).to.deep.equal(one.eventHashes);
    expect(one.identity).to.match(/^ni:\/\/\/sha-256;[0-9a-f]{64}$/);
  });

  it("are digested the same when ordered and indented otherwise", async () => {
    const text = sample("events.jsonld");
    const value: Record<string, unknown> = JSON.parse(text);
    const twin = JSON.stringify(Object.fromEntries(Object.entries(value).reverse()), null, 7);
    const one = await inspected(text, "epcis");
    expect((await inspected(`\uFEFF ${twin}`, "epcis")).digest).to.equal(one.digest);
    expect((await inspected(sample("events-twin.jsonld"), "epcis")).digest).not.to.equal(
      one.digest,
    );
  });

  it("are read alone, as an array, as a list and as a query's result", async () => {
    const { "@context": context, epcisBody } = JSON.parse(sample("events.jsonld"));
    const event = { "@context": context, ...epcisBody.eventList[1] };
    const wrapped = [
      event,
      [event],
      { "@context": context, eventList: [event] },
      {
        type: "EPCISQueryDocument",
        "@context": context,
        schemaVersion: "2.0",
        creationDate: "2026-03-02T00:00:00Z",
        epcisBody: { queryResults: { resultsBody: { eventList: [event] } } },
      },
    ];
    for (const value of wrapped) {
      const document = await inspected(JSON.stringify(value), "epcis");
      expect(document.identity).to.equal(epcisEventHash(event));
      expect(document.problems).to.deep.equal([]);
    }
  });

  const wrong: readonly [string, string, string, string][] = [
    ["a missing time", '"eventTime": "2026-03-01T09:00:00+08:00",', "", `${list}/0/eventTime`],
    [
      "a time without an offset",
      "2026-03-01T09:00:00+08:00",
      "2026-03-01T09:00:00",
      `${list}/0/eventTime`,
    ],
    [
      "an offset that is none",
      '"eventTimeZoneOffset": "+08:00"',
      '"eventTimeZoneOffset": "8"',
      `${list}/0/eventTimeZoneOffset`,
    ],
    ["a missing action", '"action": "ADD",', "", `${list}/0/action`],
    ["an unknown action", '"ADD"', '"MOVE"', `${list}/0/action`],
    ["an unknown kind of event", "AssociationEvent", "PledgeEvent", `${list}/4/type`],
    ["a negative quantity", "200.5", "-200.5", `${list}/0/quantityList/0/quantity`],
    ["a quantity as text", "200.5", '"200.5"', `${list}/0/quantityList/0/quantity`],
    ["a unit that is none", '"KGM"', '"kilos"', `${list}/0/quantityList/0/uom`],
    [
      "a missing parent",
      '"parentID": "urn:epc:id:sscc:4012345.0000000111",',
      "",
      `${list}/1/parentID`,
    ],
    [
      "a transaction without a reference",
      '"bizTransactionList": [{ "type": "po", "bizTransaction": "https://mill.example.com/po/7" }],',
      "",
      `${list}/2/bizTransactionList`,
    ],
    [
      "a transformation into nothing",
      ',\n        "outputEPCList": ["urn:epc:id:sgtin:4012345.077889.25"]',
      "",
      `${list}/3/outputEPCList`,
    ],
    [
      "an EPC of a wrong length",
      "sscc:4012345.0000000333",
      "sscc:4012345.000000333",
      `${list}/0/epcList/0`,
    ],
    [
      "a wrong check digit",
      "urn:epc:id:sscc:4012345.0000000333",
      "https://id.gs1.org/00/040123450000003337",
      `${list}/0/epcList/0`,
    ],
    ["an old version", '"2.0"', '"1.2"', "/schemaVersion"],
    ["a missing context", '"@context"', '"context"', "/@context"],
    ["a missing date of creation", '"creationDate"', '"created"', "/creationDate"],
  ];
  for (const [what, from, to, path] of wrong) {
    it(`have a problem with ${what}, and still an identity`, async () => {
      const document = await inspected(sample("events.jsonld", [from, to]), "epcis");
      expect(paths(document)).to.deep.equal([path]);
      expect(document.identity).to.match(/^ni:\/\/\/sha-256;/);
    });
  }

  it("are each there once", async () => {
    const document = JSON.parse(sample("events.jsonld"));
    const events: unknown[] = document.epcisBody.eventList;
    events.push(events[2]);
    const found = await inspected(JSON.stringify(document), "epcis");
    expect(found.problems).to.deep.equal([
      { path: `${list}/5`, message: `It is the same event as ${list}/2.` },
    ]);
  });

  it("count one class in one unit", async () => {
    const quantity =
      '{ "epcClass": "urn:epc:class:lgtin:4012345.011111.COIL-7", "quantity": 200.5, "uom": "KGM" }';
    const other = quantity.replace("KGM", "TNE").replace("200.5", "3");
    const document = await inspected(
      sample("events.jsonld", [quantity, `${quantity}, ${other}`]),
      "epcis",
    );
    expect(paths(document)).to.deep.equal([`${list}/0/quantityList/1/uom`]);
  });

  it("are a problem when there is none", async () => {
    const document = { type: "EPCISDocument", epcisBody: { eventList: [] } };
    const found = await inspected(JSON.stringify(document), "epcis");
    expect(found.events).to.equal(0);
    expect(paths(found)).to.include(list);
  });
});

describe("the check digit of a GS1 key", () => {
  it("is that of real keys of every length", () => {
    for (const key of [
      "96385074",
      "614141007349",
      "4006381333931",
      "00614141007349",
      "006141411234567890",
    ]) {
      expect(isGs1Key(key), key).to.equal(true);
      const last = Number(key.at(-1));
      expect(isGs1Key(`${key.slice(0, -1)}${(last + 1) % 10}`), key).to.equal(false);
    }
  });

  it("is none for what isn't digits", () => {
    expect(gs1CheckDigit("12a")).to.equal(undefined);
    expect(isGs1Key("")).to.equal(false);
    expect(isGs1Key("x")).to.equal(false);
  });
});
