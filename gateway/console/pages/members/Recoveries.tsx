import type { Recovery } from "../../api/member.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Table } from "../../components/Table.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Recoveries that run: executing them when their time has come, cancelling them before. */
export function Recoveries({ mayAct }: { readonly mayAct: boolean }) {
  const { t, language, nameOf } = useLanguage();
  const recoveries = useRead<{ readonly items: readonly Recovery[] }>("/v1/recoveries");
  const isDue = ({ executableFrom }: Recovery) =>
    executableFrom !== null && Date.parse(executableFrom) <= Date.now();
  const path = ({ member }: Recovery) => `/v1/members/${member.memberId}/recovery`;
  return (
    <Card title={t.members.recoveries} flush>
      <Table
        items={recoveries.data?.items}
        keyOf={({ member }) => member.memberId}
        empty={t.members.noRecoveries}
        columns={[
          { label: t.members.name, cell: ({ member }) => nameOf(member) },
          {
            label: t.members.newAccount,
            cell: ({ account }) => (
              <span className="mono">{`${account.slice(0, 8)}…${account.slice(-6)}`}</span>
            ),
          },
          {
            label: t.desk.proposedBy,
            cell: ({ proposedBy }) => proposedBy.map(nameOf).join(", "),
          },
          {
            label: t.members.executable,
            cell: ({ executableFrom }) =>
              executableFrom === null ? (
                <Chip tone="warn">{t.members.oneMore}</Chip>
              ) : (
                new Date(executableFrom).toLocaleString(language)
              ),
          },
          {
            label: t.desk.action,
            right: true,
            cell: (item) =>
              mayAct && (
                <span className="row row-end">
                  {isDue(item) && (
                    <WriteButton
                      write={{ path: `${path(item)}/execution` }}
                      label={t.members.execute}
                      tone="button-primary"
                    />
                  )}
                  <WriteButton
                    write={{ method: "DELETE", path: path(item) }}
                    label={t.members.cancel}
                    tone="button-danger"
                  />
                </span>
              ),
          },
        ]}
      />
    </Card>
  );
}
