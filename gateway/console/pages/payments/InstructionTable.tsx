import type { Instruction } from "../../api/payment.ts";
import { Amount } from "../../components/Amount.tsx";
import { Table, type TableSort } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { InstructionState } from "./InstructionState.tsx";

/** Instructions, each with the button that opens it. */
export function InstructionTable({
  items,
  onOpen,
  action,
  sorting,
}: {
  readonly items: readonly Instruction[] | undefined;
  readonly onOpen: (instruction: Instruction) => void;
  readonly action?: string;
  readonly sorting?: TableSort;
}) {
  const { t, nameOf } = useLanguage();
  const kinds: Readonly<Record<string, string>> = t.payments.kinds;
  return (
    <Table
      items={items}
      {...(sorting === undefined ? {} : { sorting })}
      keyOf={({ instruction }) => instruction}
      empty={t.payments.nothingToDo}
      columns={[
        {
          label: t.payments.kind,
          sort: "instruction",
          cell: ({ instruction, kind }) => (
            <span>
              {kinds[kind] ?? kind} <span className="faint">#{instruction}</span>
            </span>
          ),
        },
        { label: t.payments.payer, cell: ({ payer }) => nameOf(payer) },
        {
          label: t.payments.payee,
          cell: ({ payee }) => (payee === null ? t.payments.holders : nameOf(payee)),
        },
        { label: t.common.state, cell: (item) => <InstructionState instruction={item} /> },
        {
          label: t.payments.valueDate,
          sort: "expiresAt",
          cell: ({ valueDate, expiresAt, state }) =>
            state === "issued" ? (
              <span className="faint nowrap">
                {t.desk.expires} {expiresAt.slice(0, 10)}
              </span>
            ) : (
              <span className="nowrap">{valueDate ?? "–"}</span>
            ),
        },
        {
          label: t.common.amount,
          sort: "amountMinor",
          right: true,
          cell: ({ amountMinor, currency }) => <Amount minor={amountMinor} currency={currency} />,
        },
        {
          label: t.desk.action,
          right: true,
          cell: (item) => (
            <button type="button" className="button button-small" onClick={() => onOpen(item)}>
              {action ?? t.desk.open}
            </button>
          ),
        },
      ]}
    />
  );
}
