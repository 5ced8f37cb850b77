import type { ReactNode } from "react";
import type { ReceiptDetail, ReceiptTermsText } from "../../api/receipt.ts";
import { Amount } from "../../components/Amount.tsx";
import { Card } from "../../components/Card.tsx";
import { Facts } from "../../components/Facts.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What a receipt says (Civil Code art. 909), or that only its digest is known here. */
export function TermsCard({ receipt }: { readonly receipt: ReceiptDetail }) {
  const { t } = useLanguage();
  const { terms, termsDigest } = receipt;
  return (
    <Card title={t.receipts.terms}>
      {terms === null ? <p className="soft">{t.receipts.termsUnknown}</p> : <Terms terms={terms} />}
      <p className="faint">
        {t.receipts.digest} <span className="mono digest">{termsDigest}</span>
      </p>
    </Card>
  );
}

/** Two civil dates, none of which is broken over lines. */
function Period({ from, until }: { readonly from: string; readonly until: string }) {
  return (
    <>
      <span className="nowrap">{from}</span> – <span className="nowrap">{until}</span>
    </>
  );
}

function Terms({ terms }: { readonly terms: ReceiptTermsText }) {
  const { t } = useLanguage();
  const { depositor, goods, storage, fee, insurance, issuer } = terms;
  const words = t.receipts;
  const insured: ReactNode =
    insurance === undefined ? (
      words.noInsurance
    ) : (
      <>
        <Amount minor={insurance.minor} currency={insurance.currency} />{" "}
        <span className="faint">
          {words.insuredBy(insurance.insurer)}, <Period {...insurance} />
        </span>
      </>
    );
  return (
    <Facts
      items={[
        [words.depositor, `${depositor.name}, ${depositor.address}`],
        [t.goods.variety, goods.variety],
        [t.goods.quality, goods.quality],
        [t.goods.packaging, goods.packaging],
        [t.goods.mark, terms.mark],
        [t.goods.quantity, <Quantity key="q" count={terms.quantity} unit={terms.unit} />],
        [t.goods.lossStandard, `${terms.lossBasisPoints / 100}%`],
        [t.goods.place, terms.place],
        [words.storage, <Period key="storage" {...storage} />],
        [
          words.fee,
          <span key="fee">
            <Amount minor={fee.minor} currency={fee.currency} />{" "}
            <span className="faint">{words.per(fee.per)}</span>
          </span>,
        ],
        [words.insurance, insured],
        [words.issuer, `${issuer.name}, ${issuer.place}, ${issuer.date}`],
      ]}
    />
  );
}
