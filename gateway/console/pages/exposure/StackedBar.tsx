/** One part of a bar. */
export interface BarPart {
  readonly tone: "with" | "without" | "pending";
  readonly minor: bigint;
}

/** Amounts as lengths on one scale; a drawing only, the figures stand beside it. */
export function StackedBar({
  parts,
  longest,
}: {
  readonly parts: readonly BarPart[];
  readonly longest: bigint;
}) {
  // Thousandths of the longest bar; no amount is computed from them.
  const share = (minor: bigint) => (longest === 0n ? 0 : Number((minor * 1000n) / longest) / 10);
  return (
    <div className="bar" aria-hidden="true">
      {parts
        .filter(({ minor }) => minor > 0n)
        .map(({ tone, minor }) => (
          <span key={tone} className={`bar-${tone}`} style={{ width: `${share(minor)}%` }} />
        ))}
    </div>
  );
}
