import { ApiProblem } from "../../api/ApiProblem.ts";
import type { Custodian } from "../../api/custodian.ts";
import { ledgerDay } from "../../api/ledgerDay.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Facts } from "../../components/Facts.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Whether the signed-in custodian may take in new goods, until when, and what stops it. */
export function AdmissionCard({ custodian }: { readonly custodian: number }) {
  const { t, nameOf } = useLanguage();
  const admission = useRead<Custodian>(`/v1/custodians/${custodian}`);
  const { data, error } = admission;
  const words = t.stockWork;
  if (error instanceof ApiProblem && error.body.status === 404) {
    return <Notice tone="notice-warn">{words.never}</Notice>;
  }
  if (data === undefined) return <Problem error={error} />;
  return (
    <Card
      title={words.admission}
      actions={
        <Chip tone={data.isAdmitted ? "good" : "bad"}>
          {data.isAdmitted ? words.admitted : words.notAdmitted}
        </Chip>
      }
    >
      {!data.isAdmitted && (
        <Notice tone="notice-bad">
          <strong>{data.ownershipChange === null ? words.lapsed : words.ownersChanged}</strong>
          <span>{words.goesOn}</span>
        </Notice>
      )}
      <Facts
        items={[
          [words.admittedUntil, ledgerDay.of(data.until)],
          [words.admittedBy, nameOf(data.admittedBy)],
          [t.goods.locations, data.locations],
          [t.custodians.shortLots, data.shortLots],
        ]}
      />
    </Card>
  );
}
