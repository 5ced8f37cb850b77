import { Card } from "../../components/Card.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { EarlyPaymentTable } from "../receivable/EarlyPaymentTable.tsx";

/** Early payments that were proposed to the member or by it, on whatever receivable. */
export function EarlyPaymentsPage() {
  const { t } = useLanguage();
  return (
    <>
      <PageHead title={t.early.title} lead={t.early.hint} />
      <Card flush>
        <EarlyPaymentTable />
      </Card>
    </>
  );
}
