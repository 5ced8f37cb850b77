import { useState } from "react";
import { callApi } from "../../api/callApi.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Moment } from "../../components/Moment.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";

interface OpenSession {
  readonly sessionId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly isCurrent: boolean;
}

/** One's own live sessions, and an end to all of them. */
export function SessionsCard() {
  const { t } = useLanguage();
  const { refresh } = useSession();
  const [error, setError] = useState<Error>();
  const sessions = useRead<{ readonly items: readonly OpenSession[] }>("/v1/sessions");
  const end = async () => {
    await callApi.write("DELETE", "/v1/sessions", {}, crypto.randomUUID());
    await refresh();
  };
  return (
    <Card
      flush
      title={t.keys.sessions}
      actions={
        <button
          type="button"
          className="button button-small button-danger"
          onClick={() => void end().catch(setError)}
        >
          {t.keys.everywhere}
        </button>
      }
    >
      <Problem error={error ?? sessions.error} />
      <Table
        items={sessions.data?.items}
        keyOf={({ sessionId }) => sessionId}
        columns={[
          { label: t.keys.since, cell: ({ createdAt }) => <Moment at={createdAt} /> },
          { label: t.keys.until, cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
          {
            label: t.common.state,
            cell: ({ isCurrent }) =>
              isCurrent ? <Chip tone="good">{t.keys.here}</Chip> : <Chip>{t.keys.elsewhere}</Chip>,
          },
        ]}
      />
    </Card>
  );
}
