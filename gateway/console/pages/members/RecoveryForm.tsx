import { isAddress } from "ethers";
import { useState } from "react";
import type { MemberItem } from "../../api/member.ts";
import { FileDigest } from "../../components/FileDigest.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { TextField } from "./TextField.tsx";

/** Proposes a new account for a member that lost its keys. */
export function RecoveryForm({
  member,
  onDone,
}: {
  readonly member: MemberItem;
  readonly onDone: () => void;
}) {
  const { t, nameOf } = useLanguage();
  const [account, setAccount] = useState("");
  const [documentDigest, setDigest] = useState<string>();
  const ready = isAddress(account.trim()) && documentDigest !== undefined;
  const path = `/v1/members/${member.memberId}/recovery`;
  const body = { account: account.trim(), documentDigest };
  return (
    <WriteForm
      write={ready ? { path, body } : undefined}
      submit={t.members.propose}
      onDone={onDone}
    >
      <p className="soft">{t.members.recoverHint}</p>
      <p>
        <span className="soft">{t.members.guardian}:</span>{" "}
        {member.guardian === null ? t.desk.none : nameOf(member.guardian)}
      </p>
      <TextField label={t.members.newAccount} value={account} onChange={setAccount} />
      <FileDigest label={t.members.identityDocument} onChange={setDigest} />
    </WriteForm>
  );
}
