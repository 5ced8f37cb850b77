import { useParams } from "react-router";
import type { Subscription } from "../../api/subscription.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Facts } from "../../components/Facts.tsx";
import { Moment } from "../../components/Moment.tsx";
import { Notice } from "../../components/Notice.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { DeliveryTable } from "./DeliveryTable.tsx";
import { SubscriptionActions } from "./SubscriptionActions.tsx";
import { SubscriptionChip } from "./SubscriptionChip.tsx";

/** One subscription: how it is doing, what became of each event, what can be done. */
export function SubscriptionPage() {
  const { t } = useLanguage();
  const words = t.events;
  const { subscription } = useParams();
  const path = `/v1/subscriptions/${subscription}`;
  const { data, error } = useRead<Subscription>(path, 3_000);
  if (data === undefined) return error ? <Problem error={error} /> : <p>{t.common.loading}</p>;
  const { names, lastSuccessAt, lastFailureAt, lastFailure, deadLetters } = data;
  const isWell = lastSuccessAt !== null && lastSuccessAt >= (lastFailureAt ?? "");
  return (
    <>
      <PageHead title={t.nav.subscriptions} lead={<span className="break">{data.url}</span>} />
      <Card title={words.health}>
        <Facts
          items={[
            [t.common.state, <SubscriptionChip key="state" of={data} />],
            [words.names, names.length === 0 ? words.all : names.join(", ")],
            [
              words.lastSuccess,
              lastSuccessAt === null ? words.never : <Moment key="at" at={lastSuccessAt} />,
            ],
            [words.deliveryStates.dead, deadLetters],
          ]}
        />
        {!isWell && lastFailure !== null && lastFailureAt !== null && (
          <Notice tone="notice-warn">
            {lastFailure} <Moment at={lastFailureAt} />
          </Notice>
        )}
        <SubscriptionActions of={data} path={path} />
      </Card>
      <Card title={words.deliveries} flush>
        <DeliveryTable path={path} isActive={data.state === "active"} />
      </Card>
    </>
  );
}
