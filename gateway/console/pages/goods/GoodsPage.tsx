import { ExportLink } from "../../components/list/ExportLink.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { CaseCard } from "./CaseCard.tsx";
import { KeeperDesk } from "./KeeperDesk.tsx";
import { LotCard } from "./LotCard.tsx";

/** Goods: a custodian keeps them, others count or oversee them, and a financier learns of clashes. */
export function GoodsPage() {
  const { t } = useLanguage();
  const { me } = useSession();
  const roles = me?.roles ?? [];
  if (roles.includes("custodian") && me) return <KeeperDesk custodian={me.memberId} />;
  return (
    <>
      <PageHead
        title={t.nav.goods}
        lead={t.goods.watcherLead}
        actions={<ExportLink path="/v1/lots" />}
      />
      <LotCard keeper={false} />
      {roles.includes("financier") && <CaseCard />}
    </>
  );
}
