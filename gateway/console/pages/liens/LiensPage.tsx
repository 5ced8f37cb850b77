import { ExportLink } from "../../components/list/ExportLink.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { LienCard } from "./LienCard.tsx";

/** Which sides of a lien a member can be on, by its role. */
const sides = [
  { side: "secured", role: "financier" },
  { side: "custodian", role: "custodian" },
  { side: "debtor", role: "supplier" },
  { side: "obligor", role: "obligor" },
] as const;

/** Pledges: what is pledged to a member, by it, of goods in its keep, and of what it owes. */
export function LiensPage() {
  const { t } = useLanguage();
  const { me } = useSession();
  const mine = sides.filter(({ role }) => me?.roles.includes(role));
  return (
    <>
      <PageHead title={t.nav.liens} lead={t.liens.lead} actions={<ExportLink path="/v1/liens" />} />
      {mine.length === 0 && <LienCard />}
      {mine.map(({ side }) => (
        <LienCard key={side} side={side} />
      ))}
    </>
  );
}
