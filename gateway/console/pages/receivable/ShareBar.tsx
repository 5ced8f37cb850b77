/** How a total is made up, as a bar. */
export function ShareBar({
  parts,
}: {
  readonly parts: readonly {
    readonly name: string;
    readonly minor: string;
    readonly label: string;
  }[];
}) {
  const total = parts.reduce((sum, { minor }) => sum + BigInt(minor), 0n);
  return (
    <div className="share-bar" aria-hidden="true">
      {parts
        .filter(({ minor }) => minor !== "0")
        .map(({ name, minor, label }) => (
          <span
            key={name}
            className={`share-${name}`}
            title={label}
            // A share for the drawing only; no amount is computed from it.
            style={{ flexGrow: Number((BigInt(minor) * 1000n) / total) + 4 }}
          />
        ))}
    </div>
  );
}
