import { id } from "ethers";
import type { Ledger } from "../../../test/helpers/ledgerFixture.ts";
import { ref } from "../../../test/helpers/ref.ts";
import { type Measured, measure } from "./measure.ts";

const million = 1_000_000n;
const transportDocument = 4n;

/** A root over a million documents: what lies below it costs the ledger nothing. */
export async function anchoring(ledger: Ledger): Promise<Record<string, Measured>> {
  const anchors = ledger.documentAnchors.connect(ledger.who.tierOne.account);
  const anchor = (root: string) =>
    measure(anchors.anchor(id(root), transportDocument, id("lot"), million, ref));
  await anchor("first root");
  return { anchorMillion: await anchor("root") };
}
