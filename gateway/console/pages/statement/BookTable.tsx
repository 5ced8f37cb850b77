import { ledgerDay } from "../../api/ledgerDay.ts";
import type { StatementBook } from "../../api/statement.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { CertificateLink } from "../../components/CertificateLink.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

function BalanceRow({
  label,
  minor,
  currency,
}: {
  label: string;
  minor: string;
  currency: string;
}) {
  return (
    <tr className="balance">
      <th scope="row" colSpan={5}>
        {label}
      </th>
      <td className="right" data-label={label}>
        <Amount minor={minor} currency={currency} />
      </td>
    </tr>
  );
}

/** Opening balance, every movement with the balance after it, closing balance. */
export function BookTable({
  title,
  book,
  currency,
}: {
  readonly title: string;
  readonly book: StatementBook;
  readonly currency: string;
}) {
  const { t, nameOf } = useLanguage();
  const kinds: Readonly<Record<string, string>> = t.work.movements;
  const heads = [t.common.date, t.work.what, t.common.number, t.work.counterparty];
  return (
    <Card title={title} flush>
      <div className="table-wrap">
        <table className="cards-on-phone">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th className="right" scope="col">
                {t.common.amount}
              </th>
              <th className="right" scope="col">
                {t.work.balance}
              </th>
            </tr>
          </thead>
          <tbody>
            <BalanceRow label={t.work.opening} minor={book.openingMinor} currency={currency} />
            {book.movements.map((each) => (
              <tr key={each.event}>
                <td data-label={t.common.date} className="nowrap">
                  {ledgerDay.of(each.at)}
                </td>
                <td data-label={t.work.what}>{kinds[each.kind] ?? each.kind}</td>
                <td data-label={t.common.number}>
                  <CertificateLink certificate={each.certificate} />
                </td>
                <td data-label={t.work.counterparty}>
                  {nameOf(each.counterparty)}
                  {each.reference !== null && (
                    <span className="faint mono"> {each.reference.slice(0, 10)}…</span>
                  )}
                </td>
                <td className="right" data-label={t.common.amount}>
                  <Amount minor={each.amountMinor} currency={currency} />
                </td>
                <td className="right" data-label={t.work.balance}>
                  <Amount minor={each.balanceMinor} currency={currency} />
                </td>
              </tr>
            ))}
            <BalanceRow label={t.work.closing} minor={book.closingMinor} currency={currency} />
          </tbody>
        </table>
      </div>
      {book.agrees !== null && (
        <p className={book.agrees ? "empty" : "notice notice-bad"}>
          {book.agrees ? t.work.agrees : t.work.differs}
        </p>
      )}
    </Card>
  );
}
