import { useState } from "react";
import type { People, Person } from "../../api/person.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { PersonDialog } from "./PersonDialog.tsx";
import { ScopeChips } from "./ScopeChips.tsx";

/** People whom the member's administrators named, by what the company's sign-in calls them. */
export function PeopleCard() {
  const { t } = useLanguage();
  const [shown, setShown] = useState<Person | "new">();
  const people = useRead<People>("/v1/people");
  const issuers = people.data?.issuers ?? [];
  return (
    <Card
      flush
      title={t.keys.people}
      actions={
        issuers.length > 0 && (
          <button type="button" className="button button-small" onClick={() => setShown("new")}>
            {t.keys.addPerson}
          </button>
        )
      }
    >
      <Problem error={people.error} />
      <Table
        items={people.data?.items}
        keyOf={({ personId }) => personId}
        empty={issuers.length > 0 ? t.keys.peopleEmpty : t.keys.peopleNone}
        columns={[
          { label: t.keys.name, cell: ({ name }) => name },
          {
            label: t.keys.issuer,
            cell: ({ issuer, subject }) => (
              <>
                {issuers.find(({ name }) => name === issuer)?.title ?? issuer}{" "}
                <span className="mono faint">{subject}</span>
              </>
            ),
          },
          { label: t.keys.mayDo, cell: ({ scopes }) => <ScopeChips scopes={scopes} /> },
          {
            label: t.common.state,
            cell: ({ active }) =>
              active ? <Chip tone="good">{t.keys.active}</Chip> : <Chip>{t.keys.off}</Chip>,
          },
          {
            label: t.keys.change,
            cell: (person) => (
              <button
                type="button"
                className="button button-small"
                onClick={() => setShown(person)}
              >
                {t.keys.change}
              </button>
            ),
          },
        ]}
      />
      {shown !== undefined && (
        <PersonDialog
          person={shown === "new" ? undefined : shown}
          issuers={issuers}
          onClose={() => setShown(undefined)}
        />
      )}
    </Card>
  );
}
