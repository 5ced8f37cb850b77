import type { Page } from "../../api/page.ts";
import type { Delivery } from "../../api/subscription.ts";
import { useRead } from "../../api/useRead.ts";
import { Chip, type ChipTone } from "../../components/Chip.tsx";
import { Moment } from "../../components/Moment.tsx";
import { Table } from "../../components/Table.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

const tones: Readonly<Record<Delivery["state"], ChipTone>> = {
  waiting: "warn",
  delivered: "good",
  dead: "bad",
  queued: "info",
};

/** What became of the latest events, and those that were given up once more. */
export function DeliveryTable({
  path,
  isActive,
}: {
  readonly path: string;
  readonly isActive: boolean;
}) {
  const { t } = useLanguage();
  const words = t.events;
  const list = useRead<Page<Delivery>>(`${path}/deliveries?limit=50`, 3_000);
  const answerOf = ({ status, latencyMs, failure }: Delivery) => (
    <span>
      <span className="nowrap">
        {status === null ? words.noAnswer : `${status} · ${latencyMs} ms`}
      </span>
      {failure !== null && <small className="faint"> {failure}</small>}
    </span>
  );
  const canSend = ({ state, type }: Delivery) =>
    isActive && type === "event" && (state === "dead" || state === "delivered");
  return (
    <Table
      items={list.data?.items}
      keyOf={({ event, type }) => `${event}-${type}`}
      empty={words.noDeliveries}
      columns={[
        {
          label: words.event,
          cell: ({ contract, name, type }) => (
            <span className="break">
              {contract}.{name} {type === "retracted" && <Chip tone="warn">{words.takenBack}</Chip>}
            </span>
          ),
        },
        {
          label: t.common.state,
          cell: ({ state }) => <Chip tone={tones[state]}>{words.deliveryStates[state]}</Chip>,
        },
        { label: words.attempts, right: true, cell: ({ attempts }) => attempts },
        { label: words.answer, cell: answerOf },
        { label: words.last, cell: ({ lastAttemptAt }) => <Moment at={lastAttemptAt} /> },
        {
          label: "",
          cell: (item) =>
            canSend(item) && (
              <WriteButton
                write={{ path: `${path}/deliveries/${item.event}/redelivery` }}
                label={words.redeliver}
              />
            ),
        },
      ]}
    />
  );
}
