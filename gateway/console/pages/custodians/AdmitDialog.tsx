import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { DateField } from "../../components/DateField.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

const proofs = ["storageCapability", "yearsInTrade", "operatingStandards", "ownCredit"] as const;

/** The operator admits a custodian on four proofs, which stay with the operator. */
export function AdmitDialog({
  custodian: first,
  onClose,
}: {
  readonly custodian: number | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [custodian, setCustodian] = useState(first);
  const [until, setUntil] = useState(ledgerDay.date(365));
  const [criteria, setCriteria] = useState<Readonly<Record<string, string | undefined>>>({});
  const complete = proofs.every((proof) => criteria[proof] !== undefined);
  const ready = custodian !== undefined && complete && until !== "";
  const words = t.custodians;
  return (
    <Dialog title={words.admit} onClose={onClose}>
      <WriteForm
        write={
          ready
            ? {
                path: `/v1/custodians/${custodian}/admission`,
                body: { criteria, until: ledgerDay.end(until) },
              }
            : undefined
        }
        submit={words.admit}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{words.admitHint}</p>
        <div className="form-columns">
          <Field label={t.goods.custodian}>
            <MemberSelect memberRole="custodian" value={custodian} onChange={setCustodian} />
          </Field>
          <DateField
            label={words.until}
            min={ledgerDay.date(1)}
            value={until}
            onChange={setUntil}
          />
        </div>
        {proofs.map((proof) => (
          <FileDigest
            key={proof}
            label={words[proof]}
            onChange={(digest) => setCriteria((before) => ({ ...before, [proof]: digest }))}
          />
        ))}
      </WriteForm>
    </Dialog>
  );
}
