import { useState } from "react";
import { useParams } from "react-router";
import type { CertificateDetail } from "../../api/certificate.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { LineageTree } from "../lineage/LineageTree.tsx";
import type { LineageData } from "../lineage/lineageData.ts";
import { CertificateSummary } from "./CertificateSummary.tsx";
import { Encumbrances } from "./Encumbrances.tsx";
import { Endorsements } from "./Endorsements.tsx";
import { EvidenceExport } from "./EvidenceExport.tsx";
import { HolderActions } from "./HolderActions.tsx";
import { SplitTransferDialog } from "./SplitTransferDialog.tsx";

/** One certificate: its value, who promised it, how it came here, and what weighs on it. */
export function CertificatePage() {
  const { t } = useLanguage();
  const { me } = useSession();
  const { certificate: id = "" } = useParams();
  const certificate = useRead<CertificateDetail>(`/v1/certificates/${id}`);
  const tree = useRead<LineageData>(`/v1/certificates/${id}/tree`);
  const [passing, setPassing] = useState(false);
  const data = certificate.data;
  const mine = data !== undefined && data.holder.memberId === me?.memberId;
  const owed = data !== undefined && data.obligor.memberId === me?.memberId;
  const number = `${BigInt(id) >> 32n}-${BigInt(id) & 0xffff_ffffn}`;
  return (
    <>
      <PageHead
        title={`${t.certificateName} ${number}`}
        lead={t.certificate.lineageHint}
        actions={
          mine && data.freeMinor !== "0" ? (
            <HolderActions certificate={data} onPass={() => setPassing(true)} />
          ) : undefined
        }
      />
      <Problem error={certificate.error} />
      {data !== undefined && <CertificateSummary certificate={data} />}
      {tree.data !== undefined && <LineageTree data={tree.data} here={id} />}
      {data !== undefined && (
        <div className="grid-wide">
          <Card title={t.certificate.endorsements} flush>
            <Endorsements items={data.endorsements} currency={data.currency} />
          </Card>
          <Card title={t.certificate.encumbrances}>
            <Encumbrances items={data.encumbrances} currency={data.currency} />
          </Card>
        </div>
      )}
      {(mine || owed) && <EvidenceExport certificate={id} number={number} />}
      {passing && data !== undefined && (
        <SplitTransferDialog certificate={data} onClose={() => setPassing(false)} />
      )}
    </>
  );
}
