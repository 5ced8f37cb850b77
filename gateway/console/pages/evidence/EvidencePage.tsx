import { useMemo, useState } from "react";
import { Card } from "../../components/Card.tsx";
import { Notice } from "../../components/Notice.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { checkEvidence } from "./checkEvidence.ts";
import { EvidenceFiles } from "./EvidenceFiles.tsx";
import type { EvidenceFile } from "./evidenceFile.ts";
import { Verdict } from "./Verdict.tsx";

/** Checks an evidence file in this browser; it asks nobody, so nobody has to sign in. */
export function EvidencePage() {
  const { t } = useLanguage();
  const [files, setFiles] = useState<readonly EvidenceFile[]>([]);
  const check = useMemo(() => checkEvidence(files), [files]);
  return (
    <>
      <PageHead title={t.evidence.title} lead={t.evidence.lead} />
      <Card
        title={t.evidence.files}
        actions={
          files.length > 0 ? (
            <button type="button" className="button button-small" onClick={() => setFiles([])}>
              {t.evidence.clear}
            </button>
          ) : undefined
        }
      >
        <p className="soft">{t.evidence.need}</p>
        <EvidenceFiles files={files} onChange={setFiles} />
      </Card>
      {check.outcome === "missing" && files.length > 0 && (
        <Notice>
          {check.what === "bundle" ? t.evidence.missingBundle : t.evidence.missingTrust}
        </Notice>
      )}
      {check.outcome === "refused" && (
        <Notice tone="notice-bad">
          <strong>{t.evidence.refused}</strong>
          <span>{check.sentence}</span>
        </Notice>
      )}
      {check.outcome === "proved" && <Verdict verdict={check.verdict} ms={check.ms} />}
    </>
  );
}
