import type { MemberDetail } from "../../api/member.ts";
import { Chip } from "../../components/Chip.tsx";
import { Facts } from "../../components/Facts.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Who the member is on the ledger. */
export function MemberFacts({ member }: { readonly member: MemberDetail }) {
  const { t } = useLanguage();
  const roles: Readonly<Record<string, string>> = t.roles;
  const sizes: Readonly<Record<string, string>> = t.sizes;
  const suspended = member.suspensions.length > 0;
  return (
    <Facts
      items={[
        [t.common.number, member.memberId],
        [
          t.common.state,
          <Chip key="state" tone={suspended ? "bad" : "good"}>
            {suspended ? t.account.suspended : t.account.good}
          </Chip>,
        ],
        [t.account.role, member.roles.map((role) => roles[role] ?? role).join(" · ")],
        [t.account.size, sizes[member.size] ?? member.size],
        ...(member.partyId === null
          ? []
          : [
              [
                t.account.partyId,
                <span key="party" className="mono">
                  {`${member.partyId.scheme.toUpperCase()} ${member.partyId.id}`}
                </span>,
              ] as const,
            ]),
      ]}
    />
  );
}
