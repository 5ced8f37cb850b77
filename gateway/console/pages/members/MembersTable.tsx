import type { MemberItem } from "../../api/member.ts";
import { Chip } from "../../components/Chip.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { Suspensions } from "./Suspensions.tsx";

/** Members with what they are and whether anything stops them. */
export function MembersTable({
  items,
  onManage,
}: {
  readonly items: readonly MemberItem[] | undefined;
  readonly onManage: ((member: MemberItem) => void) | undefined;
}) {
  const { t, nameOf } = useLanguage();
  const roles: Readonly<Record<string, string>> = t.roles;
  const sizes: Readonly<Record<string, string>> = t.members.sizes;
  return (
    <Table
      items={items}
      keyOf={({ memberId }) => memberId}
      empty={t.members.none}
      columns={[
        {
          label: t.members.name,
          cell: (member) => (
            <span className="stack-tight">
              <strong>{nameOf(member)}</strong>
              <span className="faint">
                #{member.memberId} · {member.partyId?.id ?? "–"}
              </span>
            </span>
          ),
        },
        {
          label: t.members.roles,
          cell: (member) => (
            <span className="row">
              {member.roles.map((role) => (
                <Chip key={role}>{roles[role] ?? role}</Chip>
              ))}
            </span>
          ),
        },
        { label: t.members.size, cell: ({ size }) => sizes[size] ?? size },
        {
          label: t.members.status,
          cell: ({ suspensions }) => <Suspensions reasons={suspensions} />,
        },
        { label: t.members.admitted, cell: ({ admittedAt }) => admittedAt.slice(0, 10) },
        ...(onManage === undefined
          ? []
          : [
              {
                label: t.desk.action,
                right: true,
                cell: (member: MemberItem) => (
                  <button
                    type="button"
                    className="button button-small"
                    onClick={() => onManage(member)}
                  >
                    {t.members.manage}
                  </button>
                ),
              },
            ]),
      ]}
    />
  );
}
