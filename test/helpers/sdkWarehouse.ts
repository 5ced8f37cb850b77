import {
  type Cancellation,
  type Count,
  countTypedData,
  dayOf,
  dayToCivilDate,
  goodsDigest,
  markDigest,
  type PickUp,
  placeDigest,
  type ReceiptTerms,
  type Replacement,
  randomNonce,
  receipts,
  receiptTermsDigest,
  signTypedMessage,
  warehouses,
} from "../../sdk/index.ts";
import { chain } from "./chain.ts";
import type { SdkLedger } from "./sdkLedger.ts";
import type { SdkScene } from "./sdkScene.ts";

const daySeconds = 86_400;
const goods = {
  variety: "A00 aluminium ingots",
  quality: "GB/T 1196, 99.70 %",
  packaging: "bundles",
  pieces: 10n,
} as const;

/** Goods that came into a warehouse before an example begins. Every step is one of the SDK's own verbs. */
export function sdkWarehouse({ as, who, signers, deployment }: SdkLedger, scene: SdkScene) {
  const { digest, now } = scene;
  let halls = 0;
  let heats = 0;
  const dateIn = async (days: number): Promise<string> => dayToCivilDate(dayOf(await now()) + days);
  const criteria = {
    storageCapability: digest("storage capability"),
    yearsInTrade: digest("years in trade"),
    operatingStandards: digest("operating standards"),
    ownCredit: digest("own credit"),
  };
  const terms = (its: Partial<ReceiptTerms> = {}): ReceiptTerms => ({
    depositor: { name: "Huadong Aluminium", address: "Shanghai, Zhoushan Road 1" },
    goods,
    mark: "HEAT 1",
    quantity: 8_000n,
    unit: "KGM",
    lossBasisPoints: 50,
    place: "Shanghai Baoshan, hall 1",
    storage: { from: "2026-11-22", until: "2027-02-20" },
    fee: { minor: 30n, currency: "CNY", per: "tonne and day" },
    insurance: {
      minor: 2_000_000_00n,
      currency: "CNY",
      from: "2026-11-22",
      until: "2027-02-20",
      insurer: "Ping An",
    },
    issuer: { name: "Baoshan Warehousing", place: "Shanghai", date: "2026-11-22" },
    ...its,
  });

  /** The custodian is admitted for a year. */
  const admitted = async () => {
    const until = (await now()) + 365 * daySeconds;
    await warehouses.admitCustodian(as.operator, { custodian: who.custodian, criteria, until });
  };
  const location = async ({ capacity = 1_000_000n } = {}) => {
    await admitted();
    halls += 1;
    const hall = `Shanghai Baoshan, hall ${halls}`;
    const place = placeDigest(hall);
    const asked = { place, capacity, unit: "KGM" };
    const made = await warehouses.registerLocation(as.custodian, asked);
    return { location: made.location, place, hall };
  };
  const lot = async () => {
    const at = await location();
    heats += 1;
    const heat = `heat ${heats}`;
    const mark = markDigest(heat);
    const storageUntil = await dateIn(90);
    const opened = await warehouses.openLot(as.custodian, {
      location: at.location,
      mark,
      goods: goodsDigest(goods),
      lossBasisPoints: 50,
      storageUntil,
      minLot: 10n,
    });
    return { ...at, heat, mark, storageUntil, lot: opened.lot, goodsKey: opened.goodsKey };
  };
  /** What the custodian, or `by`, would state now. */
  const count = async (
    its: Pick<Count, "lot" | "quantity">,
    by: "custodian" | "auditor" = "custodian",
  ): Promise<Count> => ({
    ...its,
    counter: who[by],
    takenAt: await now(),
    method: "weighbridge",
    evidence: digest("weighbridge tickets"),
  });
  /** Signs and records a count; a block passes before, so that two counts in a row have two times. */
  const recordCount = async (
    its: Pick<Count, "lot" | "quantity">,
    by: "custodian" | "auditor" = "custodian",
  ) => {
    await chain.networkHelpers.mine();
    const stated = await count(its, by);
    const message = { count: stated, deadline: stated.takenAt + daySeconds, epoch: 1 };
    const counter = await signTypedMessage(signers[by], countTypedData(deployment, message));
    return warehouses.recordCount(as.anyone, { count: stated, counter });
  };
  const counted = async ({ quantity = 10_000n } = {}) => {
    const made = await lot();
    await recordCount({ lot: made.lot, quantity });
    return made;
  };
  /** A receipt of the supplier over 8,000 of 10,000 kg, unless told otherwise. */
  const issued = async ({ quantity = 8_000n, goods: measured = 10_000n } = {}) => {
    const made = await counted({ quantity: measured });
    const storage = { from: await dateIn(0), until: made.storageUntil };
    const its = terms({ quantity, place: made.hall, mark: made.heat, storage });
    const asked = { lot: made.lot, depositor: who.supplier, quantity };
    const issue = { ...asked, terms: receiptTermsDigest(its) };
    const { receipt } = await receipts.issue(as.custodian, issue);
    return { ...made, receipt, terms: its };
  };
  const offered = async () => {
    const made = await issued();
    const quantity = 500n;
    const expiresAt = (await now()) + daySeconds;
    const asked = {
      ...made,
      to: who.buyer,
      quantity,
      expiresAt,
      tradeReference: digest("order 7"),
    };
    const { offer } = await receipts.offer(as.supplier, asked);
    return { ...made, offer, quantity };
  };
  const pickUp = (its: Pick<PickUp, "receipt"> & Partial<PickUp>): PickUp => ({
    quantity: 1_000n,
    goods: 1_000n,
    hold: 0n,
    gate: digest("gate-out document"),
    nonce: randomNonce(),
    ...its,
  });
  const cancellation = (
    its: Pick<Cancellation, "receipt"> & Partial<Cancellation>,
  ): Cancellation => ({
    quantity: 1_000n,
    document: digest("paper receipt"),
    nonce: randomNonce(),
    ...its,
  });
  const replacement = (
    its: Pick<Replacement, "receipt" | "newLot"> & Partial<Replacement>,
  ): Replacement => ({
    quantity: 1_000n,
    hold: 0n,
    newQuantity: 900n,
    terms: receiptTermsDigest(terms({ quantity: 900n })),
    nonce: randomNonce(),
    ...its,
  });
  return {
    criteria,
    terms,
    dateIn,
    admitted,
    location,
    lot,
    count,
    recordCount,
    counted,
    issued,
    offered,
    pickUp,
    cancellation,
    replacement,
  };
}
