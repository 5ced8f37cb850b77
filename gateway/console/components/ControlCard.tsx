import type { ReactNode } from "react";
import type { Lot } from "../api/lot.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Card } from "./Card.tsx";
import { ControlChip } from "./ControlChip.tsx";
import { Facts } from "./Facts.tsx";
import { Moment } from "./Moment.tsx";
import { Notice } from "./Notice.tsx";
import { Obstacles } from "./Obstacles.tsx";
import { Quantity } from "./Quantity.tsx";

/** The evidence over a lot in words: how old it is, who counted what, and what it blocks. */
export function ControlCard({ lot }: { readonly lot: Lot }) {
  const { t } = useLanguage();
  const { unit, byCustodian, byCounter, soundAt, staleFrom, frozenFrom } = lot;
  const words = t.control;
  const facts: (readonly [string, ReactNode])[] = [
    [words.evidence, soundAt === null ? words.none : <Moment key="sound" at={soundAt} />],
  ];
  if (staleFrom) facts.push([words.staleFrom, <Moment key="stale" at={staleFrom} />]);
  if (frozenFrom) facts.push([words.frozenFrom, <Moment key="frozen" at={frozenFrom} />]);
  for (const [label, stated] of [
    [words.byCustodian, byCustodian],
    [words.byCounter, byCounter],
  ] as const) {
    if (stated !== null) {
      facts.push([label, <Quantity key={label} count={stated.quantity} unit={unit} />]);
    }
  }
  return (
    <Card title={words.title} actions={<ControlChip lot={lot} />}>
      <p>{words.words[lot.control]}</p>
      {lot.isShort && (
        <Notice tone="notice-bad">
          <strong>
            {t.goods.short} · <Quantity count={lot.uncovered} unit={unit} />
          </strong>
          <span>{t.goods.shortWords}</span>
        </Notice>
      )}
      <Obstacles obstacles={lot.obstacles} />
      <Facts items={facts} />
    </Card>
  );
}
