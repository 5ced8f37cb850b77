import { useState } from "react";
import type { Custodian } from "../../api/custodian.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Records that a custodian has other owners: it is to be admitted again. */
export function OwnershipDialog({
  custodian,
  onClose,
}: {
  readonly custodian: Custodian;
  readonly onClose: () => void;
}) {
  const { t, nameOf } = useLanguage();
  const [evidence, setEvidence] = useState<string>();
  const path = `/v1/custodians/${custodian.custodian.memberId}/ownership-changes`;
  const words = t.custodians;
  return (
    <Dialog title={`${words.ownership}: ${nameOf(custodian.custodian)}`} onClose={onClose}>
      <WriteForm
        write={evidence === undefined ? undefined : { path, body: { evidence } }}
        submit={words.ownership}
        danger
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{words.ownershipHint}</p>
        <FileDigest label={words.ownershipEvidence} onChange={setEvidence} />
      </WriteForm>
    </Dialog>
  );
}
