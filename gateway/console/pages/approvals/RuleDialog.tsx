import { parseMoney } from "@tallystick/sdk";
import { useState } from "react";
import type { Write } from "../../api/useWrite.ts";
import { Choice } from "../../components/Choice.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { GroupChoice } from "./GroupChoice.tsx";

interface Draft {
  readonly operations: readonly string[];
  readonly currency: string;
  readonly limit: string;
  readonly approvals: "1" | "2";
  readonly approver: "approve" | "administer";
  readonly period: "request" | "day";
}

const fresh: Draft = {
  operations: [],
  currency: "CNY",
  limit: "",
  approvals: "1",
  approver: "approve",
  period: "request",
};

function minorOf(limit: string, currency: string): string | undefined {
  try {
    return parseMoney(limit, currency).minor.toString();
  } catch {
    return undefined;
  }
}

function writeOf({ limit, currency, approvals, ...draft }: Draft): Write | undefined {
  const minor = limit.trim() === "" ? "" : minorOf(limit, currency);
  if (draft.operations.length === 0 || minor === undefined) return undefined;
  const limits = minor === "" ? {} : { [currency]: minor };
  const path = "/v1/approval-rules";
  return { path, body: { ...draft, limits, approvals: Number(approvals) } };
}

/** A new rule: for which work, up to which amount alone, and who agrees above it. */
export function RuleDialog({
  groups,
  onClose,
}: {
  readonly groups: readonly string[];
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState(fresh);
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  return (
    <Dialog title={t.work.addRule} onClose={onClose}>
      <WriteForm write={writeOf(draft)} submit={t.work.addRule} onDone={onClose} onCancel={onClose}>
        <GroupChoice
          groups={groups}
          chosen={draft.operations}
          onChange={(operations) => change({ operations })}
        />
        <Field label={t.work.aloneUpTo} hint={t.work.aloneHint}>
          <span className="row">
            <input
              inputMode="decimal"
              value={draft.limit}
              placeholder="100,000.00"
              onChange={({ currentTarget }) => change({ limit: currentTarget.value })}
            />
            <input
              className="currency-input"
              aria-label={t.common.currency}
              maxLength={3}
              value={draft.currency}
              onChange={({ currentTarget }) =>
                change({ currency: currentTarget.value.toUpperCase() })
              }
            />
          </span>
        </Field>
        <Choice
          label={t.work.period}
          options={[
            ["request", t.work.periods.request],
            ["day", t.work.periods.day],
          ]}
          value={draft.period}
          onChange={(period) => change({ period })}
        />
        <Choice
          label={t.work.needed}
          options={[
            ["1", t.work.people_(1)],
            ["2", t.work.people_(2)],
          ]}
          value={draft.approvals}
          onChange={(approvals) => change({ approvals })}
        />
        <Choice
          label={t.work.approver}
          options={[
            ["approve", t.work.approvers.approve],
            ["administer", t.work.approvers.administer],
          ]}
          value={draft.approver}
          onChange={(approver) => change({ approver })}
        />
      </WriteForm>
    </Dialog>
  );
}
