import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { DateField } from "../../components/DateField.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { FileDigest } from "../../components/FileDigest.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { TextField } from "../members/TextField.tsx";
import { PledgedAmount } from "./PledgedAmount.tsx";
import { PledgedField } from "./PledgedField.tsx";
import { pledgedCount } from "./pledgedCount.ts";

/** The holder pledges a part or all of a certificate or a receipt: the value is held at once. */
export function PledgeDialog({
  asset,
  token,
  free,
  unit,
  onClose,
}: {
  readonly asset: "certificate" | "receipt";
  readonly token: string;
  /** Minor units or a count of the unit. */
  readonly free: string;
  readonly unit: string;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [text, setText] = useState(pledgedCount.text(asset, unit, free));
  const [securedParty, setSecuredParty] = useState<number>();
  const [until, setUntil] = useState(ledgerDay.date(7));
  const [debt, setDebt] = useState("");
  const [terms, setTerms] = useState<string>();
  const count = pledgedCount.of(asset, unit, text);
  const fits = count !== undefined && count > 0n && count <= BigInt(free);
  const told = securedParty !== undefined && terms !== undefined && debt.trim() !== "";
  const body = {
    ...{ asset, token, securedParty, terms, debt: debt.trim(), amount: count?.toString() },
    expiresAt: ledgerDay.end(until || "2000-01-01"),
  };
  return (
    <Dialog title={t.liens.pledge} onClose={onClose}>
      <WriteForm
        write={fits && told && until !== "" ? { path: "/v1/liens", body } : undefined}
        submit={t.liens.pledge}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">
          {asset === "certificate" ? t.liens.certificateHint : t.liens.goodsHint}
        </p>
        <PledgedField
          {...{ asset, unit }}
          label={t.liens.howMuch}
          value={text}
          onChange={setText}
          hint={
            <>
              {t.goods.free}: <PledgedAmount {...{ asset, unit }} count={free} />
            </>
          }
        />
        <div className="form-columns">
          <Field label={t.liens.securedParty}>
            <MemberSelect memberRole="financier" value={securedParty} onChange={setSecuredParty} />
          </Field>
          <DateField label={t.liens.until} value={until} onChange={setUntil} />
        </div>
        <TextField label={t.liens.debt} value={debt} onChange={setDebt} hint={t.liens.debtHint} />
        <FileDigest label={t.liens.agreement} onChange={setTerms} />
      </WriteForm>
    </Dialog>
  );
}
