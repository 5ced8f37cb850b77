import { type EvidenceVerdict, formatRfc3339 } from "@tallystick/sdk";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { Facts } from "../../components/Facts.tsx";
import { Flags } from "../../components/Flags.tsx";
import { Moment } from "../../components/Moment.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { VerdictParts } from "./VerdictParts.tsx";

function numberOf(certificate: bigint): string {
  return `${certificate >> 32n}-${certificate & 0xffff_ffffn}`;
}

/** What an evidence file proved, on whose word, and what it did not. */
export function Verdict({
  verdict,
  ms,
}: {
  readonly verdict: EvidenceVerdict;
  readonly ms: number;
}) {
  const { t } = useLanguage();
  const { trust, certificate, receivable, encumbrance, block } = verdict;
  const money = (minor: bigint) => (
    <Amount minor={minor.toString()} currency={receivable.currency} />
  );
  return (
    <>
      <Notice tone={trust.kind === "validators" ? "notice-good" : "notice-warn"}>
        <strong>{t.evidence.proved}</strong>
        <span>{t.evidence.provedAt(block.number, ms)}</span>
        <span>
          {trust.kind === "validators"
            ? t.evidence.sealed(trust.sealers.length, trust.validators)
            : t.evidence.signed(trust.signers.length)}
        </span>
      </Notice>
      <Card title={`${t.certificateName} ${numberOf(certificate.certificate)}`}>
        <Facts
          items={[
            [t.evidence.value, money(certificate.value)],
            [t.common.holder, t.evidence.member(certificate.owner)],
            [t.common.tier, t.common.tierOf(certificate.tier)],
            [t.common.obligor, t.evidence.member(receivable.obligor)],
            [t.common.dueDate, receivable.dueDay],
            [t.evidence.pledged, money(encumbrance.pledged)],
            [t.evidence.reserved, money(encumbrance.reserved)],
            [t.evidence.at, <Moment key="at" at={formatRfc3339(block.at)} />],
          ]}
        />
        <Flags flags={certificate.flags.filter((flag) => flag !== "pledged")} />
      </Card>
      <VerdictParts verdict={verdict} money={money} />
    </>
  );
}
