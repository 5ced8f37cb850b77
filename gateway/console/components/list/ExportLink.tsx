import { useLanguage } from "../../i18n/useLanguage.ts";

/** The whole of a list as a file; `label` says which list where a page has several. */
export function ExportLink({ path, label }: { readonly path: string; readonly label?: string }) {
  const { t } = useLanguage();
  const href = `${path}${path.includes("?") ? "&" : "?"}format=csv&bom=true`;
  return (
    <a className="button" href={href} download>
      {label === undefined ? t.work.exportCsv : `${t.work.exportCsv}: ${label}`}
    </a>
  );
}
