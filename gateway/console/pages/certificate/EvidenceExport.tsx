import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router";
import { callApi } from "../../api/callApi.ts";
import { Card } from "../../components/Card.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Saves a file that proves the certificate to anybody. */
export function EvidenceExport({
  certificate,
  number,
}: {
  readonly certificate: string;
  /** As people write it. */
  readonly number: string;
}) {
  const { t } = useLanguage();
  const save = useMutation({
    mutationFn: () =>
      callApi.save(`/v1/certificates/${certificate}/evidence`, `evidence-${number}.json`),
  });
  return (
    <Card title={t.evidence.export}>
      <p className="soft">{t.evidence.exportNote}</p>
      <Problem error={save.error} />
      <div className="form-actions">
        <Link className="button" to="/evidence">
          {t.evidence.checkLink}
        </Link>
        <button
          type="button"
          className="button button-primary"
          disabled={save.isPending}
          onClick={() => save.mutate()}
        >
          {t.evidence.save}
        </button>
      </div>
    </Card>
  );
}
