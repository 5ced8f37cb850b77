import type { ReactNode } from "react";
import type { Location } from "../api/location.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Chip } from "./Chip.tsx";
import { Quantity } from "./Quantity.tsx";
import { Table } from "./Table.tsx";

const HOUR = 3_600;

/** Places with what they hold, and how they are watched. */
export function LocationTable({
  items,
  empty,
  showKeeper = false,
  action,
}: {
  readonly items: readonly Location[] | undefined;
  readonly empty: string;
  readonly showKeeper?: boolean;
  readonly action?: (location: Location) => ReactNode;
}) {
  const { t, nameOf } = useLanguage();
  return (
    <Table
      items={items}
      keyOf={({ location }) => location}
      empty={empty}
      columns={[
        {
          label: t.goods.place,
          cell: ({ location, address, custodian }) => (
            <span className="stack-tight">
              <strong>{t.goods.location(String(location))}</strong>
              <span className="faint">{address ?? t.goods.placeUnknown}</span>
              {showKeeper && <span className="faint">{nameOf(custodian)}</span>}
            </span>
          ),
        },
        {
          label: t.goods.counter,
          cell: ({ counter }) =>
            counter === null ? (
              <span className="faint">{t.goods.noCounter}</span>
            ) : (
              <span className="stack-tight">
                <span>{nameOf(counter.member)}</span>
                {counter.appointer.memberId !== counter.member.memberId && (
                  <span className="faint">{t.goods.appointedBy(nameOf(counter.appointer))}</span>
                )}
              </span>
            ),
        },
        {
          label: t.custodians.limits,
          cell: ({ freshForSeconds, freezeAfterSeconds }) => (
            <span className="nowrap">
              {t.custodians.hours(
                Math.round(freshForSeconds / HOUR),
                Math.round(freezeAfterSeconds / HOUR),
              )}
            </span>
          ),
        },
        {
          label: t.goods.measured,
          right: true,
          cell: ({ measured, unit, overCapacity }) => (
            <span className="stack-tight">
              <Quantity count={measured} unit={unit} />
              {overCapacity && <Chip tone="bad">{t.goods.over}</Chip>}
            </span>
          ),
        },
        {
          label: t.goods.capacity,
          right: true,
          cell: ({ capacity, unit }) => <Quantity count={capacity} unit={unit} />,
        },
        ...(action === undefined
          ? []
          : [
              { label: t.desk.action, right: true, cell: (location: Location) => action(location) },
            ]),
      ]}
    />
  );
}
