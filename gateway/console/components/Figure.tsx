import type { ReactNode } from "react";

/** One figure that people look for first. */
export function Figure({
  label,
  children,
  note,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly note?: ReactNode;
}) {
  return (
    <div className="figure">
      <span className="label">{label}</span>
      <span className="value">{children}</span>
      {note !== undefined && <span className="faint">{note}</span>}
    </div>
  );
}
