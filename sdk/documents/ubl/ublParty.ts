import { type ChosenParty, chooseParty } from "../chooseParty.ts";
import type { ProblemList } from "../ProblemList.ts";
import type { PartyCandidate } from "../partyCandidate.ts";
import type { XmlTree } from "../XmlTree.ts";
import { childOf } from "./childOf.ts";
import { childrenOf } from "./childrenOf.ts";

/**
 * Reads a party of an invoice in UBL (EN 16931 BG-4 and BG-7).
 *
 * @param role the element that holds the party
 */
export function ublParty(
  document: XmlTree,
  role: "AccountingSupplierParty" | "AccountingCustomerParty",
  problems: ProblemList,
): ChosenParty {
  const path = `/${document.name}/${role}/Party`;
  const party = childOf(document, `${role}/Party`);
  const name =
    childOf(party, "PartyLegalEntity/RegistrationName")?.text ||
    childOf(party, "PartyName/Name")?.text ||
    null;
  const country = childOf(party, "PostalAddress/Country/IdentificationCode")?.text.toUpperCase();
  const chosen = chooseParty(name, candidatesOf(party, path), country, problems);
  const noun = role === "AccountingSupplierParty" ? "seller" : "buyer";
  if (party === undefined) problems.add(path, `The ${noun} is missing.`);
  else if (name === null) problems.add(path, `The ${noun} has no name.`);
  if (party !== undefined && noun === "seller" && chosen.partyId === undefined) {
    problems.add(path, "The seller has no identifier (BR-CO-26).");
  }
  return chosen;
}

function candidatesOf(party: XmlTree | undefined, path: string): PartyCandidate[] {
  const candidates: PartyCandidate[] = [];
  const add = (
    scheme: PartyCandidate["scheme"],
    element: XmlTree | undefined,
    where: string,
  ): void => {
    if (element === undefined || element.text === "") return;
    const register = element.attributes["schemeID"]?.trim() || undefined;
    candidates.push({ scheme, text: element.text, register, path: `${path}/${where}` });
  };
  for (const entity of childrenOf(party, "PartyLegalEntity")) {
    add("legal", childOf(entity, "CompanyID"), "PartyLegalEntity/CompanyID");
  }
  const taxes = childrenOf(party, "PartyTaxScheme");
  const isVat = (tax: XmlTree): boolean =>
    childOf(tax, "TaxScheme/ID")?.text.toUpperCase() === "VAT";
  for (const tax of [...taxes.filter(isVat), ...taxes.filter((each) => !isVat(each))]) {
    add("vat", childOf(tax, "CompanyID"), "PartyTaxScheme/CompanyID");
  }
  for (const identification of childrenOf(party, "PartyIdentification")) {
    const id = childOf(identification, "ID");
    // A creditor's identifier for direct debits belongs to a bank contract (BT-90), not to the party.
    if (id?.attributes["schemeID"]?.toUpperCase() !== "SEPA") {
      add("party", id, "PartyIdentification/ID");
    }
  }
  add("endpoint", childOf(party, "EndpointID"), "EndpointID");
  return candidates;
}
