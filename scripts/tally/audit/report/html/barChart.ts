import { type Markup, markup } from "./markup.ts";

/** A part of a bar: how much of the whole it is, what it is called, and its colour's class. */
export interface BarPart {
  readonly amount: bigint;
  readonly label: string;
  /** As people read it. */
  readonly figure: string;
  readonly tone: string;
}

/** A bar with its name and its figure. */
export interface Bar {
  readonly name: Markup | string;
  readonly figure: string;
  readonly parts: readonly BarPart[];
}

const width = 1_000n;

function rectsOf({ parts }: Bar, largest: bigint): Markup[] {
  let before = 0n;
  return parts.flatMap(({ amount, label, figure, tone }) => {
    if (amount <= 0n) return [];
    const from = (before * width) / largest;
    before += amount;
    const to = (before * width) / largest;
    // A part that is there is seen, however small.
    const wide = to - from > 3n ? to - from : 3n;
    return [
      markup`<rect class="${tone}" x="${`${from}`}" y="0" width="${`${wide}`}" height="16"><title>${label}: ${figure}</title></rect>`,
    ];
  });
}

/** Horizontal bars of one unit, drawn to the largest one. Names and figures are text beside them, so that they scale. */
export function barChart(title: string, bars: readonly Bar[], tones: readonly BarPart[]): Markup {
  const totals = bars.map(({ parts }) => parts.reduce((sum, { amount }) => sum + amount, 0n));
  let largest = 0n;
  for (const total of totals) if (total > largest) largest = total;
  if (largest === 0n) return markup``;
  const rows = bars.map((bar) => {
    const label = bar.parts.map((part) => `${part.label}: ${part.figure}`).join("; ");
    return markup`<div class="bar-name">${bar.name}</div>
<svg class="bar" viewBox="0 0 1000 16" preserveAspectRatio="none" role="img" aria-label="${label}">${rectsOf(bar, largest)}</svg>
<div class="bar-figure">${bar.figure}</div>\n`;
  });
  const keys = tones.map(
    ({ label, tone }) =>
      markup`<span class="key"><svg viewBox="0 0 10 10" aria-hidden="true"><rect class="${tone}" width="10" height="10"/></svg>${label}</span>`,
  );
  const legend =
    keys.length > 1 ? markup`<figcaption class="legend">${keys}</figcaption>` : markup``;
  return markup`<figure class="block"><h3>${title}</h3><div class="bars">${rows}</div>${legend}</figure>`;
}
