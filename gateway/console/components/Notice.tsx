import type { ReactNode } from "react";

/** A sentence that people should not miss. */
export function Notice({
  tone = "",
  children,
}: {
  readonly tone?: "" | "notice-good" | "notice-warn" | "notice-bad";
  readonly children: ReactNode;
}) {
  return <div className={`notice ${tone}`}>{children}</div>;
}
