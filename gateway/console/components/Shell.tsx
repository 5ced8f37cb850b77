import { NavLink, Outlet } from "react-router";
import { useRead } from "../api/useRead.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useSession } from "../session/useSession.ts";
import { Icon } from "./Icon.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { navigation } from "./navigation.ts";

/** How many things wait on each page. */
interface OverviewCounts {
  readonly counts?: Readonly<Record<string, number>>;
}

/** Menu, who is signed in, and the page. */
export function Shell() {
  const { t } = useLanguage();
  const { me, signOut } = useSession();
  const overview = useRead<OverviewCounts>("/v1/overview");
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
              {(overview.data?.counts?.[name] ?? 0) > 0 && (
                <span className="count">{overview.data?.counts?.[name]}</span>
              )}
            </NavLink>
          ))}
        </nav>
        <div className="sidebar-foot">
          <LanguageSwitch />
          <div className="who">
            <strong>{me?.name}</strong>
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
