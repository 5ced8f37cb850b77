import { ExportLink } from "../../components/list/ExportLink.tsx";
import { PageHead } from "../../components/PageHead.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { OfferCard } from "./OfferCard.tsx";
import { StandingAcceptances } from "./StandingAcceptances.tsx";

/** The inbox of passes: what is offered to the member, what it offers, and who need not ask. */
export function OffersPage() {
  const { t } = useLanguage();
  return (
    <>
      <PageHead
        title={t.nav.offers}
        lead={t.offers.lead}
        actions={<ExportLink path="/v1/offers?direction=in" />}
      />
      <OfferCard direction="in" />
      <OfferCard direction="out" />
      <StandingAcceptances />
    </>
  );
}
