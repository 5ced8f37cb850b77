import type { Limit } from "../../api/limit.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { Figure } from "../../components/Figure.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What the obligor owes and may still promise, per currency. */
export function LimitFigure() {
  const { t } = useLanguage();
  const limits = useRead<Page<Limit>>("/v1/limits");
  return limits.data?.items.map(({ currency, inUseMinor, freeMinor, limitMinor }) => [
    <Card key={`${currency}-owed`}>
      <Figure label={t.today.owed} note={t.today.owedNote}>
        <Amount minor={inUseMinor} currency={currency} />
      </Figure>
    </Card>,
    <Card key={`${currency}-free`}>
      <Figure
        label={t.today.limit}
        note={
          <>
            {t.obligations.limit}: <Amount minor={limitMinor} currency={currency} />
          </>
        }
      >
        <Amount minor={freeMinor} currency={currency} />
      </Figure>
    </Card>,
  ]);
}
