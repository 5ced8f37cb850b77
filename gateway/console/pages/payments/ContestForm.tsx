import { useState } from "react";
import type { Instruction } from "../../api/payment.ts";
import { FileDigest } from "../../components/FileDigest.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** The payee disputes what the bank attested. */
export function ContestForm({
  instruction,
  onDone,
}: {
  readonly instruction: Instruction;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const [documentDigest, setDigest] = useState<string>();
  const path = `/v1/payment-instructions/${instruction.instruction}/contest`;
  return (
    <WriteForm
      write={documentDigest === undefined ? undefined : { path, body: { documentDigest } }}
      submit={t.payments.contest}
      onDone={onDone}
      danger
    >
      <p className="soft">{t.payments.contestHint}</p>
      <FileDigest label={t.payments.contestDocument} onChange={setDigest} />
    </WriteForm>
  );
}
