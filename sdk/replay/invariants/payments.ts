import type { MemoryTables } from "../MemoryTables.ts";
import type { RowChange } from "../RowChanges.ts";
import { amountOf } from "./amountOf.ts";
import type { Invariant, Report } from "./invariant.ts";

const finished: ReadonlySet<unknown> = new Set(["paid", "returned", "expired", "ended"]);
/** What runs of one receivable were paid, and what became of it; minor units. */
type Book = { paid: bigint; settled: bigint; freed: bigint; open: number };

function checkInstruction({ before, after, event }: RowChange, report: Report): void {
  const id = after?.["instruction_id"];
  if (before === undefined) {
    const legs = (after?.["legs"] ?? []) as readonly { readonly paid: bigint | string }[];
    const sum = legs.reduce((total, { paid }) => total + BigInt(paid), 0n);
    report({
      holds: sum === amountOf(after, "amount_minor"),
      sentence: () => `The legs of instruction ${id} add up to its amount`,
      field: "amount_minor",
      expected: sum,
      actual: after?.["amount_minor"],
      event,
    });
    return;
  }
  if (!finished.has(before["state"])) return;
  report({
    holds:
      before["state"] === after?.["state"] &&
      before["bank_reference"] === after?.["bank_reference"],
    sentence: () => `Instruction ${id} has one outcome`,
    field: "state",
    expected: before["state"],
    actual: after?.["state"],
    event,
  });
}

function checkBook(
  tables: MemoryTables,
  receivable: bigint,
  { paid, settled, freed, open }: Book,
  report: Report,
): void {
  const waiting = amountOf(
    tables.row("receivable", { receivable_id: receivable }),
    "waiting_minor",
  );
  const ended = amountOf(tables.row("receivable", { receivable_id: receivable }), "settled_minor");
  const left = paid - settled - freed - waiting;
  report({
    holds: settled <= ended,
    sentence: () => `What runs of receivable ${receivable} settled has ended`,
    field: "settled_minor",
    expected: `at least ${settled}`,
    actual: ended,
    event: tables.changes.find("receivable", receivable)?.event ?? tables.changes.event,
  });
  report({
    holds: open > 0 ? left >= 0n : left === 0n,
    sentence: () => `What runs of receivable ${receivable} were paid is settled, freed or reserved`,
    field: "paid_minor",
    expected: settled + freed + waiting,
    actual: paid,
    event: tables.changes.find("receivable", receivable)?.event ?? tables.changes.event,
  });
}

/** I8: a bank reference settles once per instruction; matched payments = settled legs + what runs still reserve. */
export function payments(): Invariant {
  let books = new Map<bigint, Book>();
  const bookOf = (receivable: bigint): Book => {
    const book = books.get(receivable) ?? { paid: 0n, settled: 0n, freed: 0n, open: 0 };
    books.set(receivable, book);
    return book;
  };

  function takeRuns(tables: MemoryTables): void {
    for (const { before, after } of tables.changes.of("settlement_run")) {
      const book = bookOf(amountOf(after, "receivable_id"));
      if (before === undefined) book.paid += amountOf(after, "paid_minor");
      book.open += Number(after?.["open"] === true) - Number(before?.["open"] === true);
    }
  }

  function takeLegs(tables: MemoryTables, touched: Set<bigint>): void {
    for (const { after } of tables.changes.of("settlement_leg")) {
      const run = tables.row("settlement_run", { run_id: after?.["run_id"] });
      const receivable = amountOf(run, "receivable_id");
      const book = bookOf(receivable);
      touched.add(receivable);
      if (after?.["state"] === "settled") book.settled += amountOf(after, "face_minor");
      if (after?.["state"] === "freed") book.freed += amountOf(after, "face_minor");
    }
  }

  return {
    id: "I8",
    afterBlock(tables, report) {
      for (const change of tables.changes.of("payment_instruction"))
        checkInstruction(change, report);
      takeRuns(tables);
      const touched = new Set<bigint>();
      takeLegs(tables, touched);
      for (const { after } of tables.changes.of("settlement_run"))
        touched.add(amountOf(after, "receivable_id"));
      for (const receivable of touched) checkBook(tables, receivable, bookOf(receivable), report);
    },
    save: () =>
      [...books].map(([id, { paid, settled, freed, open }]) => [
        ...[id, paid, settled, freed].map(String),
        open,
      ]),
    load(state) {
      const rows = state as readonly (readonly [string, string, string, string, number])[];
      books = new Map(
        rows.map(([id, paid, settled, freed, open]) => [
          BigInt(id),
          { paid: BigInt(paid), settled: BigInt(settled), freed: BigInt(freed), open },
        ]),
      );
    },
  };
}
