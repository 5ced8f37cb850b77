import { useLanguage } from "../i18n/useLanguage.ts";

/** The ledger's civil day is ahead of UTC by this much. */
const OFFSET_MS = 8 * 3_600_000;
const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** A moment by the ledger's clock (UTC+8) and how far it is from now. */
export function Moment({ at }: { readonly at: string }) {
  const { language } = useLanguage();
  const local = new Date(Date.parse(at) + OFFSET_MS).toISOString();
  const seconds = Math.round((Date.parse(at) - Date.now()) / 1_000);
  const [name, size] = units.find(([, each]) => Math.abs(seconds) >= each) ?? ["minute", 60];
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  return (
    <time dateTime={at}>
      <span className="nowrap">{local.slice(0, 16).replace("T", " ")}</span>{" "}
      <span className="faint">{words.format(Math.trunc(seconds / size), name)}</span>
    </time>
  );
}
