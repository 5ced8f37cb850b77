import { useState } from "react";
import type { Freeze } from "../../api/freeze.ts";
import type { Page } from "../../api/page.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { ConfirmDialog } from "./ConfirmDialog.tsx";
import { FreezeTable } from "./FreezeTable.tsx";
import { ProposeCard } from "./ProposeCard.tsx";

/** The legal desk: propose a freeze or release, confirm another account's, and all there were. */
export function FreezesPage() {
  const { t } = useLanguage();
  const { me } = useSession();
  const freezes = useRead<Page<Freeze>>("/v1/freezes?limit=200");
  const [chosen, setChosen] = useState<Freeze>();
  const items = freezes.data?.items;
  const isMine = ({ proposedAccount }: Freeze) => proposedAccount === me?.account;
  return (
    <>
      <PageHead title={t.nav.freezes} lead={t.freezes.lead} />
      <Problem error={freezes.error} />
      <Card title={t.freezes.toConfirm} flush>
        <FreezeTable
          items={items?.filter(({ state }) => state === "proposed")}
          empty={t.freezes.noneToConfirm}
          action={(item) =>
            isMine(item) ? (
              <span className="faint">{t.freezes.yours}</span>
            ) : (
              <button
                type="button"
                className="button button-small button-primary"
                onClick={() => setChosen(item)}
              >
                {t.freezes.confirm}
              </button>
            )
          }
        />
      </Card>
      <ProposeCard />
      <Card title={t.freezes.all} flush>
        <FreezeTable
          items={items?.filter(({ state }) => state === "confirmed")}
          empty={t.freezes.none}
        />
      </Card>
      {chosen !== undefined && (
        <ConfirmDialog freeze={chosen} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}
