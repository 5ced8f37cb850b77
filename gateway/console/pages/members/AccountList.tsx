import type { MemberDetail } from "../../api/member.ts";
import { useRead } from "../../api/useRead.ts";
import { Chip } from "../../components/Chip.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** A member's accounts that may act, or will. */
export function AccountList({ memberId }: { readonly memberId: number }) {
  const { t } = useLanguage();
  const member = useRead<MemberDetail>(`/v1/members/${memberId}`);
  const accounts = member.data?.accounts.filter(({ revokedAt }) => revokedAt === null) ?? [];
  return (
    <ul className="plain-list legs">
      {accounts.map(({ account, active, activeFrom }) => (
        <li key={account} className="row-between">
          <span className="mono">{account}</span>
          {account === member.data?.primaryAccount && <Chip tone="info">{t.members.primary}</Chip>}
          {!active && (
            <Chip tone="warn">
              {t.members.waiting} {activeFrom.slice(0, 10)}
            </Chip>
          )}
        </li>
      ))}
    </ul>
  );
}
