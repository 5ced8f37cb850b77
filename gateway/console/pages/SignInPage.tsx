import { Link } from "react-router";
import { useRead } from "../api/useRead.ts";
import { Card } from "../components/Card.tsx";
import { Notice } from "../components/Notice.tsx";
import { OpenHead } from "../components/OpenHead.tsx";
import { Problem } from "../components/Problem.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { DemoMembers } from "./signIn/DemoMembers.tsx";
import { TokenCard } from "./signIn/TokenCard.tsx";
import { WalletCard } from "./signIn/WalletCard.tsx";

interface SignInOptions {
  readonly demo: boolean;
  readonly issuers: readonly { readonly name: string; readonly title: string }[];
}

/** Every way to sign in that this gateway knows; a demonstration's members come first. */
export function SignInPage() {
  const { t } = useLanguage();
  const { data, error } = useRead<SignInOptions>("/v1/sign-in/options", 60_000);
  const outcome = new URLSearchParams(location.search).get("sign-in") ?? "";
  const outcomes: Readonly<Record<string, string>> = t.signIn.outcomes;
  const isDemo = data?.demo === true;
  return (
    <div className="sign-in">
      <OpenHead />
      <div className="sign-in-head">
        <h1>{t.tagline}</h1>
        {data !== undefined && <p className="soft">{isDemo ? t.session.explain : t.signIn.lead}</p>}
      </div>
      {Object.hasOwn(outcomes, outcome) && <Notice tone="notice-bad">{outcomes[outcome]}</Notice>}
      <Problem error={error} />
      {isDemo && <DemoMembers />}
      {data !== undefined && (
        <>
          <h2>{isDemo ? t.signIn.others : t.signIn.head}</h2>
          <div className="grid sign-in-ways">
            {data.issuers.length > 0 && (
              <Card title={t.signIn.company}>
                <p className="soft">{t.signIn.companyNote}</p>
                {data.issuers.map(({ name, title }) => (
                  <a
                    key={name}
                    className="button button-primary"
                    href={`/v1/sign-in/oidc/${encodeURIComponent(name)}`}
                  >
                    {t.signIn.companyGo(title)}
                  </a>
                ))}
              </Card>
            )}
            <WalletCard />
            <TokenCard />
          </div>
        </>
      )}
      <p>
        <Link to="/evidence">{t.evidence.checkLink}</Link>
      </p>
    </div>
  );
}
