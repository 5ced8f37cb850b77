import { Navigate, Route, Routes } from "react-router";
import { Shell } from "./components/Shell.tsx";
import { useLanguage } from "./i18n/useLanguage.ts";
import { OpenEvidencePage } from "./pages/evidence/OpenEvidencePage.tsx";
import { pages } from "./pages/pages.tsx";
import { SignInPage } from "./pages/SignInPage.tsx";
import { SharedPage } from "./pages/shared/SharedPage.tsx";
import { useSession } from "./session/useSession.ts";

/** Which page an address shows; what was shared, and evidence, need no sign-in. */
export function App() {
  const { me } = useSession();
  const { t } = useLanguage();
  if (me === undefined) return <p className="empty">{t.common.loading}</p>;
  return (
    <Routes>
      <Route path="/shared/:token" element={<SharedPage />} />
      {me === null ? (
        <>
          <Route path="/evidence" element={<OpenEvidencePage />} />
          <Route path="*" element={<SignInPage />} />
        </>
      ) : (
        <Route element={<Shell />}>
          {pages.map(({ path, element }) => (
            <Route key={path} path={path} element={element} />
          ))}
          <Route path="*" element={<Navigate to="/" replace />} />
        </Route>
      )}
    </Routes>
  );
}
