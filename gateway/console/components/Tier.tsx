import { useLanguage } from "../i18n/useLanguage.ts";
import { Chip } from "./Chip.tsx";

/** How many supply hops a certificate is from the obligor. */
export function Tier({ tier }: { readonly tier: number }) {
  const { t } = useLanguage();
  return <Chip tone="tier">{t.common.tierOf(tier)}</Chip>;
}
