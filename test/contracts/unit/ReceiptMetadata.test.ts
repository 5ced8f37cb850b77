import { expect } from "chai";
import { id } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { receiptsFixture } from "../../helpers/receiptsFixture.ts";

const { loadFixture } = chain.networkHelpers;
const prefix = "data:application/json;base64,";

/** The JSON of a data URI. */
function decoded(uri: string): unknown {
  expect(uri.startsWith(prefix), uri).to.equal(true);
  return JSON.parse(Buffer.from(uri.slice(prefix.length), "base64").toString("utf8"));
}

/** The fixture, what its lot says in JSON, and the token as ERC readers ask it. */
async function metadataFixture() {
  const setting = await receiptsFixture();
  const { who, storageUntil } = setting;
  const lot = {
    lot: "1",
    location: "1",
    custodian: who.custodian.id.toString(),
    place: id("hall 1"),
    goods: id("aluminium ingots"),
    measured: "10000",
    receipts: "8000",
    short: false,
    storageUntil: new Date(Number(storageUntil) * 86_400_000).toISOString().slice(0, 10),
  };
  return { ...setting, lot };
}

describe("Receipt metadata", () => {
  it("tells of a receipt what the ledger knows of it", async () => {
    const { erc, lot, token, who, hold } = await loadFixture(metadataFixture);
    await hold(300n);
    expect(decoded(await erc.tokenURI(token))).to.deep.equal({
      name: "Warehouse receipt 1-2",
      description: "Title to a part of a lot in a warehouse (电子仓单).",
      balance: "8000",
      slot: "1",
      properties: {
        parent: (token - 1n).toString(),
        owner: who.depositor.id.toString(),
        held: "300",
        frozen: false,
        terms: id("terms"),
        ...lot,
      },
    });
  });

  it("tells of a lot that it is short", async () => {
    const { erc, lot, who, count } = await loadFixture(metadataFixture);
    await count(who.custodian, 100n);
    expect(decoded(await erc.slotURI(1n)))
      .to.have.property("properties")
      .that.deep.equals({ ...lot, measured: "100", short: true });
  });

  it("tells of the collection", async () => {
    const { erc } = await loadFixture(metadataFixture);
    expect(decoded(await erc.contractURI())).to.deep.include({
      name: "Tallystick warehouse receipts",
      valueDecimals: 0,
    });
  });
});
