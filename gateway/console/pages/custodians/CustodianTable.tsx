import type { Custodian } from "../../api/custodian.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { Chip } from "../../components/Chip.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Custodians with their admissions, and what the reader may do about them. */
export function CustodianTable({
  items,
  onAdmit,
  onOwnership,
}: {
  readonly items: readonly Custodian[] | undefined;
  readonly onAdmit: ((custodian: Custodian) => void) | undefined;
  readonly onOwnership: ((custodian: Custodian) => void) | undefined;
}) {
  const { t, nameOf } = useLanguage();
  const words = t.custodians;
  const stateOf = ({ isAdmitted, ownershipChange }: Custodian) => {
    if (isAdmitted) return t.stockWork.admitted;
    return ownershipChange === null ? words.lapsed : words.ownersChanged;
  };
  const action = (custodian: Custodian) => (
    <span className="row answer">
      {onOwnership !== undefined && custodian.ownershipChange === null && (
        <button
          type="button"
          className="button button-small"
          onClick={() => onOwnership(custodian)}
        >
          {words.ownership}
        </button>
      )}
      {onAdmit !== undefined && (
        <button type="button" className="button button-small" onClick={() => onAdmit(custodian)}>
          {words.admitAgain}
        </button>
      )}
    </span>
  );
  const acts = onAdmit !== undefined || onOwnership !== undefined;
  return (
    <Table
      items={items}
      keyOf={({ custodian }) => custodian.memberId}
      empty={words.none}
      columns={[
        { label: t.goods.custodian, cell: ({ custodian }) => nameOf(custodian) },
        {
          label: t.common.state,
          cell: (item) => <Chip tone={item.isAdmitted ? "good" : "bad"}>{stateOf(item)}</Chip>,
        },
        { label: words.until, cell: ({ until }) => ledgerDay.of(until) },
        { label: t.stockWork.admittedBy, cell: ({ admittedBy }) => nameOf(admittedBy) },
        { label: t.goods.locations, cell: ({ locations }) => locations },
        {
          label: words.shortLots,
          cell: ({ shortLots }) => (shortLots === 0 ? 0 : <Chip tone="bad">{shortLots}</Chip>),
        },
        ...(acts ? [{ label: t.desk.action, right: true, cell: action }] : []),
      ]}
    />
  );
}
