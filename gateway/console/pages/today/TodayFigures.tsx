import { Card } from "../../components/Card.tsx";
import { Figure } from "../../components/Figure.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { HeldFigure } from "./HeldFigure.tsx";
import { LimitFigure } from "./LimitFigure.tsx";

/** The figures that a role looks for first. */
export function TodayFigures({ waiting }: { readonly waiting: number }) {
  const { t } = useLanguage();
  const { me } = useSession();
  const roles = me?.roles ?? [];
  return (
    <div className="grid">
      <Card>
        <Figure label={t.today.waits} note={t.today.waitsNote(waiting)}>
          {waiting}
        </Figure>
      </Card>
      {roles.includes("obligor") && <LimitFigure />}
      {(roles.includes("supplier") || roles.includes("financier")) && <HeldFigure />}
    </div>
  );
}
