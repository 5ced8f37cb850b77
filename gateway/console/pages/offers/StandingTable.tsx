import { ledgerDay } from "../../api/ledgerDay.ts";
import type { StandingAcceptance } from "../../api/offer.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Chip } from "../../components/Chip.tsx";
import { type Column, Table } from "../../components/Table.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Standing acceptances in one direction; those that the member gave can be ended. */
export function StandingTable({
  direction,
  path,
}: {
  readonly direction: "given" | "received";
  readonly path: string;
}) {
  const { t, nameOf } = useLanguage();
  const standing = useRead<Page<StandingAcceptance>>(`${path}?direction=${direction}&limit=200`);
  const given = direction === "given";
  const ending: Column<StandingAcceptance> = {
    label: t.today.act,
    right: true,
    cell: ({ sender, framework, isInForce }) =>
      isInForce && (
        <WriteButton
          label={t.standing.end}
          write={{
            method: "PUT",
            path: `${path}/${sender.memberId}`,
            body: { until: new Date(0).toISOString(), framework },
          }}
        />
      ),
  };
  return (
    <Table
      items={standing.data?.items}
      keyOf={({ sender, recipient }) => `${sender.memberId}-${recipient.memberId}`}
      empty={given ? t.standing.givenEmpty : t.standing.receivedEmpty}
      columns={[
        {
          label: given ? t.common.from : t.common.to,
          cell: ({ sender, recipient }) => nameOf(given ? sender : recipient),
        },
        { label: t.standing.until, cell: ({ until }) => ledgerDay.of(until) },
        {
          label: t.common.state,
          cell: ({ isInForce }) => (
            <Chip tone={isInForce ? "good" : "plain"}>
              {isInForce ? t.standing.inForce : t.standing.over}
            </Chip>
          ),
        },
        ...(given ? [ending] : []),
      ]}
    />
  );
}
