import type { ReactNode } from "react";

/** A panel with a heading and what can be done with it. `flush` lets a table reach the edges. */
export function Card({
  title,
  actions,
  flush = false,
  children,
}: {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly flush?: boolean;
  readonly children: ReactNode;
}) {
  const head = title !== undefined || actions !== undefined;
  return (
    <section className={flush ? "card card-flush" : "card"}>
      {head && (
        <div className="card-head">
          <h2>{title}</h2>
          {actions !== undefined && <div className="row">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
