import { amountIn } from "./apply/amountIn.ts";
import { type SplitTokenTables, splitTokenTables } from "./apply/splitTokenTables.ts";
import type { ReplayEvent } from "./replayEvent.ts";
import type { ReplayTables, Row } from "./replayTables.ts";

/** Finds members that an event concerns and doesn't name, in the rows that it was applied to. */
type Find = (transaction: ReplayTables, event: ReplayEvent) => Promise<bigint[]>;

function idsIn(row: Row | undefined, columns: readonly string[]): bigint[] {
  const ids = columns.map((column) => row?.[column]);
  return ids.filter((id) => typeof id === "bigint");
}

/** Members in the columns of the row that an argument names. */
function inRow(argument: string, table: string, key: string, columns: readonly string[]): Find {
  return async (tx, { args }) => idsIn(await tx.find(table, { [key]: args[argument] }), columns);
}

/** The holder of the position that a hold is on. */
function holderOf(token: SplitTokenTables): Find {
  return async (tx, { args }) => {
    const hold = await tx.find(token.hold, { hold_id: args["holdId"] });
    const id = hold?.[token.id];
    if (id === undefined) return [];
    return idsIn(await tx.find(token.position, { [token.id]: id }), ["holder"]);
  };
}

function keyed(contract: string, names: readonly string[], find: Find): Record<string, Find> {
  return Object.fromEntries(names.map((name) => [`${contract}.${name}`, find]));
}

function ofToken(token: SplitTokenTables): Record<string, Find> {
  const { contract, position, id, offer } = token;
  const ended = ["OfferAccepted", "OfferDeclined", "OfferCancelled", "OfferExpired"];
  const held = [
    ...["Held", "HoldMadeFirm", "HoldLoosened", "HoldKept"],
    ...["HoldReduced", "HoldReleased", "HoldCommitted"],
  ];
  return {
    ...keyed(
      contract,
      ["Offered", ...ended],
      inRow("offerId", offer, "offer_id", ["from_member", "to_member"]),
    ),
    ...keyed(contract, ["Passed"], inRow("id", position, id, ["passed_by"])),
    ...keyed(
      contract,
      ["SplitToSelf", "Merged", "FlagsSet"],
      inRow("id", position, id, ["holder"]),
    ),
    ...keyed(contract, held, holderOf(token)),
  };
}

/** Whoever holds receipts of a lot, and who keeps and counts it. */
const stakeholders: Find = async (tx, event) => {
  const rows = await tx.rowsWhere("receipt", { lot_id: event.args["lot"] });
  const holders = rows
    .filter((row) => amountIn(row, "quantity") > 0n)
    .flatMap((row) => idsIn(row, ["holder"]));
  return [...holders, ...(await keepers(tx, event))];
};

const keepers: Find = async (tx, { args }) => {
  const lot = await tx.find("lot", { lot_id: args["lot"] });
  const location = await tx.find("location", { location_id: lot?.["location_id"] });
  return idsIn(location, ["custodian", "counter"]);
};

const receipts = splitTokenTables.receipts;
const ofWarehouses: Record<string, Find> = {
  ...keyed(
    "warehouses",
    ["ControlLimitsSet", "CounterAppointed", "CapacityPassed"],
    inRow("location", "location", "location_id", ["custodian", "counter"]),
  ),
  ...keyed("warehouses", ["LotOpened", "Counted", "StockMoved"], keepers),
  ...keyed("warehouses", ["LotShort", "LotWhole"], stakeholders),
  ...keyed(
    "warehouseReceipts",
    ["PickedUp", "ReceiptCancelled", "ReceiptReplaced"],
    inRow("token", "receipt", "receipt_id", ["holder", "custodian"]),
  ),
  ...keyed("warehouseReceipts", ["PickUpApproved", "ReplacementApproved"], holderOf(receipts)),
};

/** Parties of a lien: whoever pledged, is secured, owes what is pledged, controls the goods or buys. */
const lienParties = inRow("lien", "lien", "lien_id", [
  "debtor",
  "secured_party",
  "owed_by",
  "supervisor",
  "buyer",
]);
const ofLiens = keyed(
  "liens",
  [
    ...["LienProposed", "LienAccepted", "LienRegistered", "LienCountersigned", "LienActivated"],
    ...["LienRefused", "LienWithdrawn", "LienExpired", "LienReleased", "LienNoticeRecorded"],
    ...["LienPaid", "LienReduced", "LienMoved", "LienDefaultDeclared", "EnforcementProposed"],
    ...["EnforcementConfirmed", "LienSaleInstructed", "LienSaleFailed", "LienSaleWaits"],
    "LienEnforced",
  ],
  lienParties,
);

const finds: Readonly<Record<string, Find>> = {
  ...ofToken(splitTokenTables.certificates),
  ...ofToken(receipts),
  ...ofWarehouses,
  ...ofLiens,
};

/**
 * Members that an event concerns without naming them: parties of the offer that ended, holders of receipts of a lot that
 * became short. Asked once the event was applied.
 */
export async function concernedMembers(
  transaction: ReplayTables,
  event: ReplayEvent,
): Promise<bigint[]> {
  const find = finds[`${event.contract}.${event.name}`];
  if (find === undefined) return [];
  return find(transaction, event);
}
