import type { LotDetail } from "../../api/lot.ts";
import { Card } from "../../components/Card.tsx";
import { Facts } from "../../components/Facts.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What a lot is and where it lies. */
export function LotFacts({ lot }: { readonly lot: LotDetail }) {
  const { t, nameOf } = useLanguage();
  const { goods, place, unit } = lot;
  const percent = `${lot.lossBasisPoints / 100}%`;
  return (
    <Card title={t.goods.description}>
      <Facts
        items={[
          [t.goods.variety, goods?.variety ?? "–"],
          [t.goods.quality, goods?.quality ?? "–"],
          [t.goods.packaging, goods?.packaging ?? "–"],
          [t.goods.mark, lot.mark ?? "–"],
          [t.goods.place, place.address ?? t.goods.placeUnknown],
          [t.goods.custodian, nameOf(lot.custodian)],
          [
            t.goods.counter,
            place.counter === null ? t.goods.noCounter : nameOf(place.counter.member),
          ],
          [t.goods.lossStandard, percent],
          [t.goods.storedUntil, lot.storageUntil],
          [t.goods.minLot, <Quantity key="least" count={lot.minLot} unit={unit} />],
        ]}
      />
    </Card>
  );
}
