import { parseMoney } from "@tallystick/sdk";
import { callApi } from "../../api/callApi.ts";
import type { ListFilters } from "../../api/useList.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { Field } from "../Field.tsx";
import { CounterpartySelect } from "./CounterpartySelect.tsx";

/** What a filter bar offers. */
export type FilterKind = "currency" | "due" | "amount" | "counterparty";

function minorOf(text: string, currency: string): string {
  try {
    return parseMoney(text, currency).minor.toString();
  } catch {
    return "";
  }
}

/** Fields that narrow a list, and the way to have all of it as a file. */
export function FilterBar({
  kinds,
  filters,
  onChange,
  csv,
}: {
  readonly kinds: readonly FilterKind[];
  readonly filters: ListFilters;
  readonly onChange: (changes: ListFilters) => void;
  readonly csv: string;
}) {
  const { t } = useLanguage();
  const currency = filters["currency"] ?? "";
  const dates = [
    ["dueFrom", t.work.dueFrom],
    ["dueTo", t.work.dueTo],
  ] as const;
  const amounts = [
    ["amountFrom", t.work.amountFrom],
    ["amountTo", t.work.amountTo],
  ] as const;
  return (
    <div className="list-filters no-print">
      {kinds.includes("currency") && (
        <Field label={t.common.currency}>
          <select
            value={currency}
            onChange={({ currentTarget }) =>
              onChange({ currency: currentTarget.value, amountFrom: "", amountTo: "" })
            }
          >
            <option value="">{t.work.anyCurrency}</option>
            {["CNY", "EUR", "HKD", "JPY", "USD"].map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </Field>
      )}
      {kinds.includes("due") &&
        dates.map(([name, label]) => (
          <Field key={name} label={label}>
            <input
              type="date"
              value={filters[name] ?? ""}
              onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
            />
          </Field>
        ))}
      {kinds.includes("amount") &&
        currency !== "" &&
        amounts.map(([name, label]) => (
          <Field key={`${name} ${currency}`} label={label}>
            <input
              inputMode="decimal"
              onBlur={({ currentTarget }) =>
                onChange({ [name]: minorOf(currentTarget.value, currency) })
              }
            />
          </Field>
        ))}
      {kinds.includes("counterparty") && (
        <Field label={t.work.counterparty}>
          <CounterpartySelect
            value={filters["counterparty"] ?? ""}
            onChange={(counterparty) => onChange({ counterparty })}
          />
        </Field>
      )}
      <a
        className="button"
        href={csv}
        download
        onClick={(event) => {
          if (!callApi.carriesOwn()) return;
          event.preventDefault();
          void callApi.save(csv);
        }}
      >
        {t.work.exportCsv}
      </a>
    </div>
  );
}
