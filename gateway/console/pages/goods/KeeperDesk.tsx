import { useState } from "react";
import type { Location } from "../../api/location.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { LocationTable } from "../../components/LocationTable.tsx";
import { ExportLink } from "../../components/list/ExportLink.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { AdmissionCard } from "./AdmissionCard.tsx";
import { LotCard } from "./LotCard.tsx";
import { OpenLotDialog } from "./OpenLotDialog.tsx";
import { OrderDesk } from "./OrderDesk.tsx";
import { RegisterLocationDialog } from "./RegisterLocationDialog.tsx";

/** A custodian's day: orders for its hand, its lots, its places, its admission. */
export function KeeperDesk({ custodian }: { readonly custodian: number }) {
  const { t } = useLanguage();
  const [doing, setDoing] = useState<"register" | "open">();
  const close = () => setDoing(undefined);
  const locations = useRead<Page<Location>>(`/v1/locations?custodian=${custodian}&limit=200`);
  const items = locations.data?.items ?? [];
  return (
    <>
      <PageHead
        title={t.nav.goods}
        lead={t.goods.keeperLead}
        actions={
          <>
            <ExportLink path="/v1/lots" />
            {items.length > 0 && (
              <button
                type="button"
                className="button button-primary"
                onClick={() => setDoing("open")}
              >
                {t.stockWork.openLot}
              </button>
            )}
            <button type="button" className="button" onClick={() => setDoing("register")}>
              {t.stockWork.register}
            </button>
          </>
        }
      />
      <OrderDesk />
      <LotCard keeper />
      <Card title={t.goods.locations} flush>
        <Problem error={locations.error} />
        <LocationTable items={locations.data?.items} empty={t.goods.noLocations} />
      </Card>
      <AdmissionCard custodian={custodian} />
      {doing === "register" && <RegisterLocationDialog onClose={close} />}
      {doing === "open" && <OpenLotDialog locations={items} onClose={close} />}
    </>
  );
}
