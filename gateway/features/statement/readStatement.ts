import type { Database, Queryable } from "../../database/database.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { type AskedStatement, readMovements } from "./readMovements.ts";
import { readPayments } from "./readPayments.ts";
import { showBook } from "./showBook.ts";

interface StandRow {
  block_number: bigint;
  block_time: Date;
  held: bigint;
  owed: bigint;
}

const standSql = `
  SELECT k.block_number, k.block_time,
    (SELECT coalesce(sum(value_minor), 0) FROM projected.certificate
      WHERE holder = $1 AND currency = $2 AND value_minor > 0) AS held,
    (SELECT coalesce(sum(value_minor), 0) FROM projected.certificate
      WHERE obligor = $1 AND currency = $2 AND value_minor > 0) AS owed
  FROM projected.checkpoint k`;

function sumOf(rows: readonly { readonly amount: bigint }[]): bigint {
  return rows.reduce((sum, { amount }) => sum + amount, 0n);
}

async function read(database: Queryable, asked: AskedStatement) {
  const { memberId, currency, until } = asked;
  const [stand] = await database.query<StandRow>(standSql, [memberId, currency]);
  if (stand === undefined) throw new Error("The projection has no block yet.");
  const { openings, rows } = await readMovements(database, asked);
  const paid = await readPayments(database, asked);
  const parties = [...rows, ...paid].map(({ party }) => party);
  const refOf = await memberRefs(database, [memberId, ...parties]);
  const isNow = until > stand.block_time;
  const bookOf = (book: "held" | "owed") => {
    const own = rows.filter((row) => row.book === book);
    return showBook(openings[book], own, refOf, isNow ? stand[book] : null);
  };
  return {
    member: refOf(memberId),
    currency,
    block: Number(stand.block_number),
    time: stand.block_time,
    held: bookOf("held"),
    owed: bookOf("owed"),
    payments: {
      items: paid.map(({ instruction_id, certificate_id, amount, party, ...payment }) => ({
        instruction: instruction_id,
        kind: payment.kind,
        direction: payment.direction,
        amountMinor: amount,
        counterparty: refOf(party),
        certificate: certificate_id,
        bankReference: payment.bank_reference,
        valueDate: payment.value_date,
        at: payment.at,
      })),
      paidMinor: sumOf(paid.filter(({ direction }) => direction === "out")),
      receivedMinor: sumOf(paid.filter(({ direction }) => direction === "in")),
    },
  };
}

/** A member's statement. All of it is read at one block, whatever the projection writes meanwhile. */
export function readStatement(database: Database, asked: AskedStatement) {
  return database.transaction(async (transaction) => {
    await transaction.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    return read(transaction, asked);
  });
}
