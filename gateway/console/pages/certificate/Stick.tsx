import { formatMoney } from "@tallystick/sdk";
import { useLanguage } from "../../i18n/useLanguage.ts";

interface Part {
  readonly name: "stays" | "held" | "goes";
  readonly minor: bigint;
  readonly label: string;
}

/** The tally stick: how much of a certificate stays, is held, and goes. */
export function Stick({
  value,
  held,
  goes,
  currency,
}: {
  readonly value: bigint;
  readonly held: bigint;
  readonly goes: bigint;
  readonly currency: string;
}) {
  const { t } = useLanguage();
  const parts: readonly Part[] = [
    { name: "stays", minor: value - held - goes, label: t.splitTransfer.stays },
    { name: "held", minor: held, label: t.splitTransfer.heldPart },
    { name: "goes", minor: goes, label: t.splitTransfer.goes },
  ];
  const shown = parts.filter(({ minor }) => minor > 0n);
  return (
    <div className="stack">
      <div className="stick" aria-hidden="true">
        {shown.map(({ name, minor, label }) => (
          <span
            key={name}
            className={`stick-${name}`}
            // A share for the drawing only; no amount is computed from it.
            style={{ flexGrow: Number((minor * 1000n) / value) + 1 }}
          >
            {label}
          </span>
        ))}
      </div>
      <div className="row-between">
        {shown.map(({ name, minor, label }) => (
          <span key={name}>
            <span className="soft">{label}</span> <strong>{formatMoney(minor, currency)}</strong>
          </span>
        ))}
      </div>
    </div>
  );
}
