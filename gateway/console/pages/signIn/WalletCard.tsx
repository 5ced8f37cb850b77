import { useState } from "react";
import { Card } from "../../components/Card.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { wallet } from "../../session/wallet.ts";

/** Sign-In with Ethereum, by whatever wallet the browser has. */
export function WalletCard() {
  const { t } = useLanguage();
  const { refresh } = useSession();
  const [error, setError] = useState<Error>();
  const [isDeclined, setDeclined] = useState(false);
  const isThere = wallet.isThere();
  const begin = async () => {
    setError(undefined);
    const isSigned = await wallet.signIn(t.signIn.statement);
    setDeclined(!isSigned);
    if (isSigned) await refresh();
  };
  return (
    <Card title={t.signIn.wallet}>
      <p className="soft">{isThere ? t.signIn.walletNote : t.signIn.walletNone}</p>
      {isThere && (
        <button
          type="button"
          className="button button-primary"
          onClick={() => void begin().catch(setError)}
        >
          {t.signIn.walletGo}
        </button>
      )}
      {isDeclined && <Notice tone="notice-warn">{t.signIn.walletRefused}</Notice>}
      <Problem error={error} />
    </Card>
  );
}
