import { canonicalText } from "../identity/canonicalText.ts";
import { parseLei } from "../identity/parseLei.ts";
import { parseUscc } from "../identity/parseUscc.ts";
import { type PartyId, partyId } from "../identity/partyId.ts";
import { isGs1Key } from "./gs1/isGs1Key.ts";
import type { DocumentParty } from "./inspectedDocument.ts";
import type { ProblemList } from "./ProblemList.ts";
import type { PartyCandidate } from "./partyCandidate.ts";

export type ChosenParty = { readonly party: DocumentParty; readonly partyId: PartyId | undefined };

type Chosen = { readonly partyId: PartyId; readonly register: string | undefined };

// ISO 6523 codes and the names that people write instead.
const leiRegisters = /^(0199|LEI)$/i;
const glnRegisters = /^(0088|GLN)$/i;
const usccRegisters = /^(USCC|CN:USCC|USCI)$/i;
// Registering body, kind, six digits of a region: enough to tell a code with a wrong check character from other numbers.
const likeUscc = /^[1-9ANY][1-9]\d{6}[0-9A-Z]{10}$/;

/**
 * Chooses the identifier that stands for a party: USCC, LEI, legal entity, VAT, party, endpoint, in this order,
 * wherever in the document each of them is. Wrong check digits are problems, and such an identifier counts as what the
 * document calls it.
 *
 * @param country ISO 3166 code of the party's address; 18 characters of a Chinese party are a USCC
 */
export function chooseParty(
  name: string | null,
  candidates: readonly PartyCandidate[],
  country: string | undefined,
  problems: ProblemList,
): ChosenParty {
  const found: Chosen[] = [];
  for (const candidate of candidates) {
    const chosen = read(candidate, country, problems);
    if (chosen !== undefined) found.push(chosen);
  }
  const order = ["uscc", "lei", "legal", "vat", "party", "endpoint"];
  const [best] = found.sort(
    (a, b) => order.indexOf(a.partyId.scheme) - order.indexOf(b.partyId.scheme),
  );
  if (best === undefined) return { party: { name, id: null, scheme: null }, partyId: undefined };
  const { scheme, id } = best.partyId;
  const register = best.register === undefined ? {} : { register: best.register };
  return { party: { name, id, scheme, ...register }, partyId: best.partyId };
}

function read(
  candidate: PartyCandidate,
  country: string | undefined,
  problems: ProblemList,
): Chosen | undefined {
  const { scheme, text, register, path } = candidate;
  const compact = canonicalText(text.slice(0, 256), /[^\p{L}\p{N}]/gu) ?? "";
  if (register !== undefined && glnRegisters.test(register) && !isGln(compact)) {
    problems.add(path, `"${text.slice(0, 40)}" is not a GLN with a right check digit.`);
  }
  const labelledUscc = register !== undefined && usccRegisters.test(register);
  const maybeUscc = labelledUscc || (register === undefined && likeUscc.test(compact));
  if (maybeUscc) {
    const strict = labelledUscc || country === undefined || country === "CN";
    const uscc = strict
      ? problems.try(path, () => parseUscc(text))
      : quietly(() => parseUscc(text));
    if (uscc !== undefined) return { partyId: { scheme: "uscc", id: uscc }, register };
  }
  if (register !== undefined && leiRegisters.test(register)) {
    const lei = problems.try(path, () => parseLei(text));
    if (lei !== undefined) return { partyId: { scheme: "lei", id: lei }, register };
  } else if (register === undefined && /^[0-9A-Z]{18}\d{2}$/.test(compact)) {
    const lei = quietly(() => parseLei(text));
    if (lei !== undefined) return { partyId: { scheme: "lei", id: lei }, register };
  }
  const id = problems.try(path, () => partyId(scheme, text));
  return id === undefined ? undefined : { partyId: id, register };
}

function isGln(text: string): boolean {
  return text.length === 13 && isGs1Key(text);
}

function quietly(parse: () => string): string | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
