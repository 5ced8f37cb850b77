import type { MemberDetail } from "../../api/member.ts";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** A recovery that somebody proposed for the member, which it can still cancel. */
export function RecoveryNotice({ member }: { readonly member: MemberDetail }) {
  const { t, nameOf } = useLanguage();
  const { recovery } = member;
  if (recovery === null) return null;
  return (
    <div className="notice notice-bad" role="alert">
      <strong>{t.account.recovery}</strong>
      <span>{recovery.proposedBy.map(nameOf).join(" · ")}</span>
      <span className="mono">{recovery.account}</span>
      <WriteButton
        write={{ method: "DELETE", path: `/v1/members/${member.memberId}/recovery` }}
        label={t.account.recoveryCancel}
        tone="button-danger"
      />
    </div>
  );
}
