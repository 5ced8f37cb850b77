import { id } from "ethers";
import type { Answer } from "./client.ts";
import type { CastName } from "./ledgerCast.ts";
import type { LedgerGateway } from "./ledgerGateway.ts";

/** What a request may change of the usual one. */
type Changes = Readonly<Record<string, unknown>>;

const criteria = {
  storageCapability: id("storage capability"),
  yearsInTrade: id("years in trade"),
  operatingStandards: id("operating standards"),
  ownCredit: id("own credit"),
};
const goods = {
  variety: "A00 aluminium ingots",
  quality: "99.70 %",
  packaging: "bundles",
  pieces: "40",
};

let counter = 0;

function done(answer: Answer): Record<string, unknown> {
  if (answer.status < 300) return answer.body;
  throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Steps by which goods come under receipts over HTTP, each answering what the gateway does. */
export function store(stack: LedgerGateway) {
  const { who } = stack;
  const admission = async (custodian: CastName = "custodian", changes: Changes = {}) =>
    stack.as("operator").post(`/v1/custodians/${who[custodian].id}/admission`, {
      criteria,
      until: await stack.instantIn(365 * 86_400),
      ...changes,
    });
  const location = (changes: Changes = {}, custodian: CastName = "custodian") => {
    counter += 1;
    const address = `CN Qingdao, Harbour Road 8, hall ${counter}`;
    const asked = { address, capacity: "1000000", unit: "KGM", ...changes };
    return stack.as(custodian).post("/v1/locations", asked);
  };
  const lot = async (at: unknown, changes: Changes = {}, custodian: CastName = "custodian") => {
    counter += 1;
    return stack.as(custodian).post("/v1/lots", {
      location: at,
      mark: `Heat ${counter}`,
      goods,
      lossBasisPoints: 50,
      storageUntil: await stack.dayIn(90),
      minLot: "10",
      ...changes,
    });
  };
  const count = async (of: unknown, quantity: string, by: CastName = "custodian") => {
    // A count is later than the last one and than goods that left.
    await stack.pass(1);
    const takenAt = await stack.instantIn(0);
    const evidence = id("photographs");
    const asked = { quantity, takenAt, method: "weighbridge", evidence };
    return stack.as(by).post(`/v1/lots/${of}/counts`, asked);
  };
  const terms = async (changes: Changes = {}) => ({
    depositor: { address: "Lianyun Road 1, Nanjing" },
    storage: { from: await stack.dayIn(0) },
    fee: { amountMinor: "30", currency: "CNY", per: "tonne and day" },
    insurance: {
      amountMinor: "900000000",
      currency: "CNY",
      from: await stack.dayIn(0),
      until: await stack.dayIn(100),
      insurer: "Harbour Mutual",
    },
    issuer: { place: "Qingdao", date: await stack.dayIn(0) },
    ...changes,
  });
  const receipt = async (of: unknown, quantity: string, changes: Changes = {}) =>
    stack.as("custodian").post("/v1/receipts", {
      lot: of,
      depositor: who.tierOne.id,
      quantity,
      terms: await terms(),
      ...changes,
    });
  return {
    goods,
    criteria,
    admission,
    location,
    lot,
    count,
    terms,
    receipt,

    /** A lot of its own location with so many goods counted in it. */
    async counted(quantity: string, changes: Changes = {}) {
      const { location: at } = done(await location());
      const { lot: opened } = done(await lot(at, changes));
      done(await count(opened, quantity));
      return { location: Number(at), lot: Number(opened) };
    },

    /** A counted lot with one receipt of the first supplier over a part of it. */
    async issued(goodsCounted = "10000", quantity = "8000") {
      const made = await this.counted(goodsCounted);
      const { receipt: issued } = done(await receipt(made.lot, quantity));
      return { ...made, receipt: String(issued) };
    },
  };
}
