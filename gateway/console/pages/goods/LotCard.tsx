import type { ReactNode } from "react";
import type { Lot } from "../../api/lot.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { LotRow } from "./LotRow.tsx";

/** Lots that concern the member, each with its stock and what stands on it. */
export function LotCard({
  keeper,
  actions,
}: {
  readonly keeper: boolean;
  readonly actions?: ReactNode;
}) {
  const { t } = useLanguage();
  const lots = useRead<Page<Lot>>("/v1/lots?limit=200");
  const items = lots.data?.items;
  return (
    <Card title={t.goods.lots} actions={actions} flush>
      <Problem error={lots.error} />
      {items === undefined && lots.error === null && <p className="empty">{t.common.loading}</p>}
      {items?.length === 0 && <p className="empty">{t.goods.noLots}</p>}
      <ul className="plain-list">
        {items?.map((lot) => (
          <LotRow key={lot.lot} lot={lot} keeper={keeper} />
        ))}
      </ul>
    </Card>
  );
}
