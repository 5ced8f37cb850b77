import type { MemberDetail } from "../../api/member.ts";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Confirm an account that waits, make one primary, revoke one. */
export function AccountActions({
  account: { account, active },
  member,
}: {
  readonly account: MemberDetail["accounts"][number];
  readonly member: MemberDetail;
}) {
  const { t } = useLanguage();
  const path = `/v1/accounts/${account}`;
  const primary = account === member.primaryAccount;
  // An account can't confirm itself: another one that already acts has to sign.
  const others = member.accounts.filter((each) => each.active && each.account !== account);
  const signer = others.at(-1)?.account;
  if (primary && active) return null;
  return (
    <span className="row answer">
      {!active && signer !== undefined && (
        <WriteButton
          write={{ path: `${path}/confirmation`, body: { actingAccount: signer } }}
          label={t.account.confirm}
          tone="button-primary"
        />
      )}
      {active && !primary && (
        <WriteButton
          write={{ method: "PUT", path: "/v1/primary-account", body: { account } }}
          label={t.account.makePrimary}
        />
      )}
      {!primary && (
        <WriteButton
          write={{ method: "DELETE", path }}
          label={t.account.revoke}
          tone="button-danger"
        />
      )}
    </span>
  );
}
