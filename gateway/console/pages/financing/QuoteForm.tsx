import { useState } from "react";
import { useNavigate } from "react-router";
import type { FinancingRequestDetail } from "../../api/financing.ts";
import { Card } from "../../components/Card.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Field } from "../../components/Field.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { LegsPreview } from "./LegsPreview.tsx";
import { QuoteDates } from "./QuoteDates.tsx";
import { type QuoteDraft, quoteDraft } from "./quoteDraft.ts";

function percentOf(basisPoints: number): string {
  return `${basisPoints / 100} %`;
}

/** A financier's quote from a rate a year; what is signed are whole amounts. */
export function QuoteForm({ request }: { readonly request: FinancingRequestDetail }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<QuoteDraft>(() => quoteDraft.empty(request.dueDate));
  const set = (changes: Partial<QuoteDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const body = quoteDraft.body(draft, request);
  const share = request.provenance.receivableSummary.obligorInterestShareBasisPoints;
  const path = `/v1/financing-requests/${request.request}/quotes`;
  return (
    <Card title={t.financing.makeQuote}>
      <WriteForm
        write={body === undefined ? undefined : { path, body }}
        submit={t.financing.signQuote}
        onDone={() => void navigate("/financing")}
      >
        <div className="grid">
          <Field label={t.financing.rate}>
            <input
              required
              inputMode="decimal"
              placeholder="3.60"
              value={draft.rate}
              onChange={({ currentTarget }) => set({ rate: currentTarget.value })}
            />
          </Field>
          <Field label={`${t.financing.feeAmount} (${request.currency})`}>
            <input
              inputMode="decimal"
              placeholder="0.00"
              value={draft.fee}
              onChange={({ currentTarget }) => set({ fee: currentTarget.value })}
            />
          </Field>
        </div>
        <Choice
          label={t.financing.recourse}
          options={[
            ["without", t.financing.withoutRecourse],
            ["with", t.financing.withRecourse],
          ]}
          value={draft.recourse ? "with" : "without"}
          onChange={(way) => set({ recourse: way === "with" })}
        />
        {share > 0 && (
          <Field label={t.financing.whoBears}>
            <Choice
              label={t.financing.whoBears}
              options={[
                ["holder", t.financing.byHolder],
                ["share", t.financing.share(percentOf(share))],
              ]}
              value={draft.bearer}
              onChange={(bearer) => set({ bearer })}
            />
          </Field>
        )}
        <LegsPreview draft={draft} request={request} />
        <QuoteDates draft={draft} set={set} />
      </WriteForm>
    </Card>
  );
}
