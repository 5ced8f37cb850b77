import { useState } from "react";
import type { MemberItem } from "../../api/member.ts";
import { FileDigest } from "../../components/FileDigest.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { Checks } from "./Checks.tsx";
import { Suspensions } from "./Suspensions.tsx";
import { wordsOf } from "./wordsOf.ts";

/** Reasons that the ledger sets and clears by itself. */
const ownOfLedger: readonly string[] = ["overdue", "recovery"];

/** The operator suspends a member for reasons, or lifts them, each time by a document. */
export function SuspensionForm({
  member,
  onDone,
}: {
  readonly member: MemberItem;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const before = member.suspensions.filter((reason) => !ownOfLedger.includes(reason));
  const [suspensions, setSuspensions] = useState<readonly string[]>(before);
  const [reasonDigest, setDigest] = useState<string>();
  const path = `/v1/members/${member.memberId}/suspensions`;
  const sameReasons = [...before].sort().join() === [...suspensions].sort().join();
  const lifts = before.length > 0 && suspensions.length === 0;
  const automatic = member.suspensions.filter((reason) => ownOfLedger.includes(reason));
  return (
    <WriteForm
      write={
        reasonDigest === undefined || sameReasons
          ? undefined
          : { method: "PUT", path, body: { suspensions, reasonDigest } }
      }
      submit={lifts ? t.members.lift : t.members.suspendNow}
      danger={!lifts}
      onDone={onDone}
    >
      <p className="soft">{t.members.suspendHint}</p>
      {automatic.length > 0 && (
        <p className="row">
          <Suspensions reasons={automatic} />
          <span className="faint">{t.members.ledgerOnly}</span>
        </p>
      )}
      <Checks
        label={t.members.chooseReasons}
        options={wordsOf<string>(t.members.reasons).filter(
          ([reason]) => !ownOfLedger.includes(reason),
        )}
        chosen={suspensions}
        onChange={setSuspensions}
      />
      <FileDigest label={t.members.reasonDocument} onChange={setDigest} />
    </WriteForm>
  );
}
