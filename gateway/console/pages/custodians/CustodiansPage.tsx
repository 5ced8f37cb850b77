import { useState } from "react";
import type { Custodian } from "../../api/custodian.ts";
import type { Location } from "../../api/location.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { LocationTable } from "../../components/LocationTable.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { AdmitDialog } from "./AdmitDialog.tsx";
import { CustodianTable } from "./CustodianTable.tsx";
import { LocationDialog } from "./LocationDialog.tsx";
import { OwnershipDialog } from "./OwnershipDialog.tsx";

/** Who may keep goods and how its places are watched; the operator admits and sets, others look. */
export function CustodiansPage() {
  const { t } = useLanguage();
  const { me } = useSession();
  const governs = me?.roles.includes("operator") ?? false;
  const attests = governs || (me?.roles.includes("registrar") ?? false);
  const custodians = useRead<Page<Custodian>>("/v1/custodians?limit=200");
  const locations = useRead<Page<Location>>("/v1/locations?limit=200");
  const [admitting, setAdmitting] = useState<{ readonly custodian: number | undefined }>();
  const [changed, setChanged] = useState<Custodian>();
  const [governed, setGoverned] = useState<Location>();
  const admit = ({ custodian }: Custodian) => setAdmitting({ custodian: custodian.memberId });
  const govern = (location: Location) => (
    <button type="button" className="button button-small" onClick={() => setGoverned(location)}>
      {t.custodians.govern}
    </button>
  );
  const head = (
    <button
      type="button"
      className="button button-primary"
      onClick={() => setAdmitting({ custodian: undefined })}
    >
      {t.custodians.admit}
    </button>
  );
  return (
    <>
      <PageHead
        title={t.nav.custodians}
        lead={t.custodians.lead}
        actions={governs ? head : undefined}
      />
      <Card flush>
        <Problem error={custodians.error} />
        <CustodianTable
          items={custodians.data?.items}
          onAdmit={governs ? admit : undefined}
          onOwnership={attests ? setChanged : undefined}
        />
      </Card>
      <Card title={t.goods.locations} flush>
        <Problem error={locations.error} />
        <LocationTable
          items={locations.data?.items}
          empty={t.goods.noPlaces}
          showKeeper
          {...(governs ? { action: govern } : {})}
        />
      </Card>
      {admitting !== undefined && (
        <AdmitDialog custodian={admitting.custodian} onClose={() => setAdmitting(undefined)} />
      )}
      {changed !== undefined && (
        <OwnershipDialog custodian={changed} onClose={() => setChanged(undefined)} />
      )}
      {governed !== undefined && (
        <LocationDialog location={governed} onClose={() => setGoverned(undefined)} />
      )}
    </>
  );
}
