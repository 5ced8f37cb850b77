import type { Identity } from "../../auth/identity.ts";
import type { Queryable } from "../../database/database.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { lotDetail } from "../lot/lotDetail.ts";
import { found } from "../shared/found.ts";
import { memberRefs, type RefOf } from "../shared/memberRefs.ts";
import { receiptEncumbrancesOf } from "./receiptEncumbrancesOf.ts";
import { receiptEndingsOf } from "./receiptEndingsOf.ts";
import { receiptEndorsementsOf } from "./receiptEndorsementsOf.ts";
import type { ReceiptRow } from "./receiptRow.ts";
import { receiptTermsText } from "./receiptTermsText.ts";
import { showReceipt } from "./showReceipt.ts";

function endorsement(row: ReceiptRow, refOf: RefOf) {
  // What was issued or split off by its own holder was passed by nobody.
  if (row.passed_by === null) return [];
  return {
    receipt: row.receipt_id,
    from: refOf(row.passed_by),
    to: refOf(row.holder),
    quantity: row.minted,
    cause: row.cause,
    tradeReference: row.trade_reference,
    tier: row.tier,
    at: row.minted_at,
    transactionHash: row.transaction_hash,
  };
}

/** What whoever takes a receipt checks. Problem `not-found` for an id that was never issued. */
export async function receiptProvenance(
  { database, ledger }: { readonly database: Queryable; readonly ledger: Ledger },
  receipt: bigint,
  identity: Identity,
) {
  const path = await receiptEndorsementsOf(database, receipt);
  const row = found(path.at(-1), `receipt ${receipt}`);
  const encumbrances = await receiptEncumbrancesOf.rows(database, receipt, identity);
  const refOf = await memberRefs(database, [
    row.custodian,
    ...path.flatMap((each) => [each.holder, each.passed_by]),
    ...encumbrances.map(({ party }) => party),
  ]);
  return {
    ...showReceipt(row, refOf),
    terms: await receiptTermsText.find(database, row.terms_digest),
    stock: await lotDetail(database, Number(row.lot_id), identity),
    endorsements: path.flatMap((each) => endorsement(each, refOf)),
    encumbrances: encumbrances.map((each) => receiptEncumbrancesOf.show(each, refOf, ledger)),
    endings: await receiptEndingsOf(database, receipt),
  };
}
