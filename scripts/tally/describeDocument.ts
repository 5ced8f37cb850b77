import type {
  DocumentAmount,
  DocumentParty,
  InspectedDocument,
} from "../../sdk/documents/inspectedDocument.ts";
import { formatMoney } from "../../sdk/money/formatMoney.ts";

/** A document for people: a line for each fact, then its problems. */
export function describeDocument(document: InspectedDocument): string {
  const facts: readonly (readonly [string, string | null])[] = [
    ["kind", document.kind],
    ["number", document.number],
    ["seller", partyText(document.seller)],
    ["buyer", partyText(document.buyer)],
    ["amount", amountText(document.amount)],
    ["issued", document.issued],
    ["due", document.due],
    ["events", document.kind === "epcis" ? String(document.events) : null],
    ["rows", document.kind === "receivables" ? String(document.rows) : null],
    ["identity", document.identity],
    ["digest", document.digest],
  ];
  const lines = facts.flatMap(([name, text]) => {
    return text === null ? [] : [`${name.padEnd(10)}${oneLine(text)}`];
  });
  const problems = document.problems.map(({ path, message }) => oneLine(`  ${path}: ${message}`));
  const count = document.problems.length;
  const heading = count === 0 ? "no problems" : `${count} ${count === 1 ? "problem" : "problems"}:`;
  return [...lines, heading, ...problems].join("\n");
}

function partyText(party: DocumentParty | null): string | null {
  if (party === null) return null;
  const id = party.id === null ? "no identifier" : `${party.scheme ?? ""}:${party.id}`;
  return `${party.name ?? "no name"} (${id})`;
}

function amountText(amount: DocumentAmount | null): string | null {
  if (amount === null) return null;
  const minor = BigInt(amount.minor);
  const text = formatMoney(minor < 0n ? -minor : minor, amount.currency);
  return minor < 0n ? `-${text}` : text;
}

/** A document's own text must not move the cursor or colour the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ");
}
