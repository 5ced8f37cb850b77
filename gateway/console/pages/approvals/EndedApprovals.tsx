import type { Approval } from "../../api/approval.ts";
import { Chip } from "../../components/Chip.tsx";
import { Moment } from "../../components/Moment.tsx";
import { personName } from "../../components/personName.ts";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ApprovalWords } from "./ApprovalWords.tsx";

const tones: Readonly<Record<string, "good" | "bad" | undefined>> = {
  done: "good",
  refused: "bad",
  rejected: "bad",
};

/** What became of writes that needed a second person. */
export function EndedApprovals({ items }: { readonly items: readonly Approval[] | undefined }) {
  const { t } = useLanguage();
  const nameOf = (person: string) => personName(person, t.work.people);
  return (
    <Table
      items={items}
      keyOf={({ approval }) => approval}
      columns={[
        { label: t.work.what, cell: (approval) => <ApprovalWords approval={approval} /> },
        { label: t.work.askedBy, cell: ({ askedBy }) => nameOf(askedBy) },
        {
          label: t.work.decidedBy,
          cell: ({ decisions }) => decisions.map(({ person }) => nameOf(person)).join(", ") || "–",
        },
        {
          label: t.common.state,
          cell: ({ state, reason, problem }) => {
            const tone = tones[state];
            return (
              <span className="stack">
                <Chip {...(tone === undefined ? {} : { tone })}>{t.work.states[state]}</Chip>
                <span className="faint">{problem?.detail ?? reason}</span>
              </span>
            );
          },
        },
        {
          label: t.common.date,
          cell: ({ decidedAt, expiresAt }) => <Moment at={decidedAt ?? expiresAt} />,
        },
      ]}
    />
  );
}
