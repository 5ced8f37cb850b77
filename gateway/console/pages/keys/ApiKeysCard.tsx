import { useState } from "react";
import type { ApiKey } from "../../api/apiKey.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Moment } from "../../components/Moment.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Table } from "../../components/Table.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { NewKeyDialog } from "./NewKeyDialog.tsx";
import { ScopeChips } from "./ScopeChips.tsx";

function isOver({ expiresAt }: ApiKey): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now();
}

/** What is done with a live key, or why it is none any more. */
function KeyState({ item }: { readonly item: ApiKey }) {
  const { t } = useLanguage();
  if (item.revokedAt !== null) return <Chip>{t.keys.revoked}</Chip>;
  if (isOver(item)) return <Chip>{t.keys.ended}</Chip>;
  const path = `/v1/api-keys/${item.keyId}`;
  return (
    <WriteButton write={{ method: "DELETE", path }} label={t.keys.revoke} tone="button-danger" />
  );
}

/** Keys of the member's systems. */
export function ApiKeysCard() {
  const { t } = useLanguage();
  const [making, setMaking] = useState(false);
  const keys = useRead<{ readonly items: readonly ApiKey[] }>("/v1/api-keys");
  return (
    <Card
      flush
      title={t.keys.apiKeys}
      actions={
        <button type="button" className="button button-small" onClick={() => setMaking(true)}>
          {t.keys.newKey}
        </button>
      }
    >
      <Problem error={keys.error} />
      <Table
        items={keys.data?.items}
        keyOf={({ keyId }) => keyId}
        empty={t.keys.apiKeysEmpty}
        columns={[
          {
            label: t.keys.name,
            cell: ({ name, keyId }) => (
              <>
                {name} <span className="mono faint">{keyId}</span>
              </>
            ),
          },
          { label: t.keys.mayDo, cell: ({ scopes }) => <ScopeChips scopes={scopes} /> },
          {
            label: t.keys.addresses,
            cell: ({ addresses }) => addresses.join(", ") || t.keys.anywhere,
          },
          {
            label: t.keys.lastUsed,
            cell: ({ lastUsedAt }) =>
              lastUsedAt === null ? t.keys.unused : <Moment at={lastUsedAt} />,
          },
          {
            label: t.keys.expires,
            cell: ({ expiresAt }) =>
              expiresAt === null ? t.keys.never : <Moment at={expiresAt} />,
          },
          { label: t.common.state, cell: (item) => <KeyState item={item} /> },
        ]}
      />
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
    </Card>
  );
}
