import { NavLink, Outlet } from "react-router";
import type { Overview } from "../api/overview.ts";
import { useRead } from "../api/useRead.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { waitingByPage } from "../pages/today/waitingByPage.ts";
import { useSession } from "../session/useSession.ts";
import { Icon } from "./Icon.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { navigation } from "./navigation.ts";
import { personName } from "./personName.ts";

/** Menu, who is signed in, and the page. */
export function Shell() {
  const { t, nameOf } = useLanguage();
  const { me, signOut } = useSession();
  const overview = useRead<Overview>("/v1/overview");
  const counts = waitingByPage(overview.data);
  const items = navigation.filter(
    ({ roles }) => roles === undefined || roles.some((role) => me?.roles.includes(role)),
  );
  return (
    <div className="shell">
      <aside className="sidebar">
        <NavLink to="/" className="brand">
          <img src="/mark.svg" alt="" />
          {t.product}
        </NavLink>
        <nav className="nav">
          {items.map(({ name, path }) => (
            <NavLink key={path} to={path} end={path === "/"}>
              <Icon name={name} />
              {t.nav[name]}
              {counts[name] !== undefined && <span className="count">{counts[name]}</span>}
            </NavLink>
          ))}
        </nav>
        <div className="sidebar-foot">
          <LanguageSwitch />
          <div className="who">
            <strong>{nameOf(me)}</strong>
            <span className="faint">{personName(me?.person, t.work.people)}</span>
            <button type="button" className="button button-small" onClick={() => void signOut()}>
              {t.session.signOut}
            </button>
          </div>
        </div>
      </aside>
      <main className="main">
        <Outlet />
      </main>
    </div>
  );
}
