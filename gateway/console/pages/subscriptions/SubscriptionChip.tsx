import type { Subscription } from "../../api/subscription.ts";
import { Chip } from "../../components/Chip.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Whether a subscription is sent to, and why not. */
export function SubscriptionChip({ of }: { readonly of: Subscription }) {
  const { t } = useLanguage();
  const words = t.events.states;
  if (of.pausedBecause === "failures") return <Chip tone="bad">{words.stopped}</Chip>;
  if (of.state === "paused") return <Chip>{words.paused}</Chip>;
  if (of.nextAttemptAt !== null) return <Chip tone="warn">{words.failing}</Chip>;
  return <Chip tone="good">{words.active}</Chip>;
}
