import type { EvidenceVerdict } from "@tallystick/sdk";
import type { ReactNode } from "react";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Tier } from "../../components/Tier.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Endorsements, liens and documents of a verdict, and its two lists. */
export function VerdictParts({
  verdict,
  money,
}: {
  readonly verdict: EvidenceVerdict;
  readonly money: (minor: bigint) => ReactNode;
}) {
  const { t } = useLanguage();
  const { lineage, encumbrance, documents, proved, notProved } = verdict;
  return (
    <>
      <div className="grid">
        <Card title={t.evidence.lineage}>
          <ol className="proof-list">
            {lineage.toReversed().map(({ certificate, holder, tier, hop }) => (
              <li key={certificate.toString()} className="row-between">
                <span>{t.evidence.member(holder)}</span>
                <span className="row">
                  {hop !== null && money(hop.value)}
                  <Tier tier={tier} />
                </span>
              </li>
            ))}
          </ol>
        </Card>
        {encumbrance.liens.length > 0 && (
          <Card title={t.evidence.liens}>
            <ul className="proof-list">
              {encumbrance.liens.map(({ lien, securedParty, amount }) => (
                <li key={lien.toString()} className="row-between">
                  <span>{t.evidence.member(securedParty)}</span>
                  {money(amount)}
                </li>
              ))}
            </ul>
          </Card>
        )}
        {documents.length > 0 && (
          <Card title={t.evidence.documents}>
            <ul className="proof-list">
              {documents.map((document) => (
                <li key={document.digest}>
                  <span className="mono digest">{document.digest}</span>
                  <span className="soft">
                    {document.anchoredBy === "terms"
                      ? t.evidence.inTerms
                      : t.evidence.inAnchor(document.member)}
                  </span>
                  {document.anchoredBy === "anchor" && document.state !== "current" && (
                    <Chip tone="warn">{t.evidence.anchorStates[document.state]}</Chip>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
      <div className="grid">
        <Card title={t.evidence.whatProved}>
          <ul className="proof-list">
            {proved.map((code) => (
              <li key={code}>{t.evidence.proofs[code]}</li>
            ))}
          </ul>
        </Card>
        <Card title={t.evidence.whatNot}>
          <ul className="proof-list soft">
            {notProved.map((code) => (
              <li key={code}>{t.evidence.gaps[code]}</li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
