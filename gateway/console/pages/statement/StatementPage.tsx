import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { Statement } from "../../api/statement.ts";
import { useRead } from "../../api/useRead.ts";
import { Field } from "../../components/Field.tsx";
import { Moment } from "../../components/Moment.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { BookTable } from "./BookTable.tsx";
import { PaymentTable } from "./PaymentTable.tsx";

const MONTH_DAYS = 31;

function hasRows({ openingMinor, movements }: Statement["held"]): boolean {
  return openingMinor !== "0" || movements.length > 0;
}

/** A statement to read and to print. */
export function StatementPage() {
  const { t, nameOf } = useLanguage();
  const [from, setFrom] = useState(ledgerDay.date(-MONTH_DAYS));
  const [to, setTo] = useState(ledgerDay.date());
  const [currency, setCurrency] = useState("CNY");
  const isWhole = from !== "" && to !== "" && /^[A-Z]{3}$/.test(currency);
  const query = `from=${from}&to=${to}&currency=${currency}`;
  const read = useRead<Statement>(isWhole ? `/v1/statements?${query}` : undefined, 60_000);
  const data = read.data;
  const dates = [
    [t.work.firstDay, from, setFrom],
    [t.work.lastDay, to, setTo],
  ] as const;
  return (
    <>
      <PageHead
        title={t.work.statement}
        lead={
          data === undefined ? undefined : `${nameOf(data.member)} · ${from} – ${to} · ${currency}`
        }
        actions={
          <button type="button" className="button button-primary" onClick={() => window.print()}>
            {t.work.print}
          </button>
        }
      />
      <section className="card list-filters no-print">
        {dates.map(([label, value, set]) => (
          <Field key={label} label={label}>
            <input
              type="date"
              value={value}
              onChange={({ currentTarget }) => set(currentTarget.value)}
            />
          </Field>
        ))}
        <Field label={t.common.currency}>
          <input
            className="currency-input"
            maxLength={3}
            value={currency}
            onChange={({ currentTarget }) => setCurrency(currentTarget.value.toUpperCase())}
          />
        </Field>
      </section>
      <Problem error={read.error} />
      {data !== undefined && (
        <>
          {hasRows(data.owed) && (
            <BookTable title={t.work.owedBook} book={data.owed} currency={currency} />
          )}
          {(hasRows(data.held) || !hasRows(data.owed)) && (
            <BookTable title={t.work.heldBook} book={data.held} currency={currency} />
          )}
          <PaymentTable statement={data} />
          <p className="faint">
            {t.common.asOfBlock(data.block)} · <Moment at={data.time} />
          </p>
        </>
      )}
    </>
  );
}
