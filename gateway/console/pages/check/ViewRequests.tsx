import { Link } from "react-router";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import type { ViewRequest } from "../../api/viewRequest.ts";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { certificateNumber } from "./certificateNumber.ts";

/** What the bank asked holders for, and whether they agreed. */
export function ViewRequests() {
  const { t } = useLanguage();
  const requests = useRead<Page<ViewRequest>>("/v1/view-requests?direction=made&limit=200");
  return (
    <Card title={t.check.mine} flush>
      <Table
        items={requests.data?.items}
        keyOf={({ viewRequest }) => viewRequest}
        empty={t.check.mineEmpty}
        columns={[
          {
            label: t.check.certificate,
            cell: ({ certificate }) => (
              <span className="mono">{certificateNumber(certificate)}</span>
            ),
          },
          { label: t.common.date, cell: ({ askedAt }) => ledgerDay.of(askedAt) },
          { label: t.check.note, cell: ({ note }) => note },
          {
            label: t.common.state,
            cell: ({ state }) => (
              <Chip tone={state === "granted" ? "good" : "warn"}>
                {state === "granted" ? t.check.granted : t.check.waits}
              </Chip>
            ),
          },
          {
            label: t.today.act,
            right: true,
            cell: ({ state, certificate }) =>
              state === "granted" && (
                <Link className="button button-small" to={`/check/${certificate}`}>
                  {t.check.view}
                </Link>
              ),
          },
        ]}
      />
    </Card>
  );
}
