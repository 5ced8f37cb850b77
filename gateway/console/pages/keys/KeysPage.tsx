import { Card } from "../../components/Card.tsx";
import { Facts } from "../../components/Facts.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { ApiKeysCard } from "./ApiKeysCard.tsx";
import { PeopleCard } from "./PeopleCard.tsx";
import { ScopeChips } from "./ScopeChips.tsx";
import { SessionsCard } from "./SessionsCard.tsx";

/** Who may act for the member at this gateway, and where one is signed in oneself. */
export function KeysPage() {
  const { t } = useLanguage();
  const { me } = useSession();
  const scopes = me?.scopes ?? [];
  const administers = scopes.includes("administer");
  return (
    <>
      <PageHead title={t.nav.keys} lead={t.keys.lead} />
      <Card title={t.keys.you}>
        <Facts
          items={[
            [
              t.keys.person,
              <span key="person" className="mono">
                {me?.person}
              </span>,
            ],
            [t.keys.mayDo, <ScopeChips key="scopes" scopes={scopes} />],
          ]}
        />
        {!administers && <p className="soft">{t.keys.notYours}</p>}
      </Card>
      {administers && <ApiKeysCard />}
      {administers && <PeopleCard />}
      <SessionsCard />
    </>
  );
}
