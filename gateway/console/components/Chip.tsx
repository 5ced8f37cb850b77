import type { ReactNode } from "react";

export type ChipTone = "plain" | "good" | "warn" | "bad" | "info" | "tier";

/** A short word about a state. */
export function Chip({
  tone = "plain",
  children,
}: {
  readonly tone?: ChipTone;
  readonly children: ReactNode;
}) {
  return <span className={`chip chip-${tone}`}>{children}</span>;
}
