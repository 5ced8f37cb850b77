/** Text that is HTML already. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function htmlOf(part: Part): string {
  if (typeof part === "number") return `${part}`;
  if (typeof part === "string") return part.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
  return "html" in part ? part.html : part.map(({ html }) => html).join("");
}

/** Tagged template of HTML: what is put in is escaped unless it is markup itself. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const html = texts.map((text, index) => text + htmlOf(parts[index] ?? "")).join("");
  return { html };
}
