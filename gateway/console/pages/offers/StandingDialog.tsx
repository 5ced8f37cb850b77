import { id } from "ethers";
import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";

/** Says that every pass of a sender is welcome until a day. */
export function StandingDialog({
  path,
  onClose,
}: {
  readonly path: string;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { me } = useSession();
  const [sender, setSender] = useState<number>();
  const [until, setUntil] = useState(ledgerDay.date(365));
  const [framework, setFramework] = useState("");
  const ready = sender !== undefined && until !== "" && framework.trim() !== "";
  const write = ready
    ? ({
        method: "PUT",
        path: `${path}/${sender}`,
        body: { until: ledgerDay.end(until), framework: id(framework.trim()) },
      } as const)
    : undefined;
  return (
    <Dialog title={t.standing.give} onClose={onClose}>
      <WriteForm write={write} submit={t.common.confirm} onDone={onClose} onCancel={onClose}>
        <Field label={t.standing.sender}>
          <MemberSelect
            memberRole="supplier"
            value={sender}
            onChange={setSender}
            without={me ? [me.memberId] : []}
          />
        </Field>
        <Field label={t.standing.until}>
          <input
            type="date"
            required
            min={ledgerDay.date(1)}
            value={until}
            onChange={({ currentTarget }) => setUntil(currentTarget.value)}
          />
        </Field>
        <Field label={t.standing.framework} hint={t.standing.frameworkHint}>
          <input
            required
            value={framework}
            onChange={({ currentTarget }) => setFramework(currentTarget.value)}
          />
        </Field>
      </WriteForm>
    </Dialog>
  );
}
