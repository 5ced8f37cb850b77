import { useState } from "react";
import type { Lien } from "../../api/lien.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { LienAmount } from "./LienAmount.tsx";
import { PledgedField } from "./PledgedField.tsx";
import { pledgedCount } from "./pledgedCount.ts";

/** The secured party frees a part or all of what is pledged to it. */
export function ReleaseDialog({
  lien,
  onClose,
}: {
  readonly lien: Lien;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { asset, unit } = lien;
  const [text, setText] = useState(pledgedCount.text(asset, unit ?? "", lien.amount));
  const count = pledgedCount.of(asset, unit ?? "", text);
  const fits = count !== undefined && count > 0n && count <= BigInt(lien.amount);
  const body = { amount: count?.toString() };
  return (
    <Dialog title={t.liens.release} onClose={onClose}>
      <WriteForm
        write={fits ? { path: `/v1/liens/${lien.lien}/releases`, body } : undefined}
        submit={t.liens.release}
        onDone={onClose}
        onCancel={onClose}
      >
        <p className="soft">{t.liens.releaseHint}</p>
        <PledgedField
          label={t.liens.howMuchFree}
          asset={asset}
          unit={unit ?? ""}
          value={text}
          onChange={setText}
          hint={<LienAmount lien={lien} />}
        />
      </WriteForm>
    </Dialog>
  );
}
