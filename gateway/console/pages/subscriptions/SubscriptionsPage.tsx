import { useState } from "react";
import { Link } from "react-router";
import type { Subscription } from "../../api/subscription.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Moment } from "../../components/Moment.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { CreateDialog } from "./CreateDialog.tsx";
import { SubscriptionChip } from "./SubscriptionChip.tsx";

/** The member's systems that are told what happens, and how each is doing. */
export function SubscriptionsPage() {
  const { t } = useLanguage();
  const words = t.events;
  const [creates, setCreates] = useState(false);
  const list = useRead<{ readonly items: readonly Subscription[] }>("/v1/subscriptions", 4_000);
  const create = (
    <button type="button" className="button button-primary" onClick={() => setCreates(true)}>
      {words.create}
    </button>
  );
  return (
    <>
      <PageHead title={t.nav.subscriptions} lead={words.lead} actions={create} />
      <Problem error={list.error} />
      <Card title={words.subscriptions} flush>
        <Table
          items={list.data?.items}
          keyOf={({ subscription }) => subscription}
          empty={words.none}
          columns={[
            {
              label: words.url,
              cell: ({ subscription, url }) => (
                <Link className="break" to={`/subscriptions/${subscription}`}>
                  {url}
                </Link>
              ),
            },
            {
              label: words.names,
              cell: ({ names }) => (names.length === 0 ? words.all : names.join(", ")),
            },
            {
              label: t.common.state,
              cell: (item) => (
                <span className="row">
                  <SubscriptionChip of={item} />
                  {item.deadLetters > 0 && (
                    <Chip tone="bad">{words.deadLetters(item.deadLetters)}</Chip>
                  )}
                </span>
              ),
            },
            {
              label: words.lastSuccess,
              cell: ({ lastSuccessAt }) =>
                lastSuccessAt === null ? words.never : <Moment at={lastSuccessAt} />,
            },
          ]}
        />
      </Card>
      {creates && <CreateDialog onClose={() => setCreates(false)} />}
    </>
  );
}
