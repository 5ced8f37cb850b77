import type { Identity } from "../../auth/identity.ts";
import type { Queryable } from "../../database/database.ts";
import { receivableReadModel } from "../receivable/receivableReadModel.ts";
import { showReceivable } from "../receivable/showReceivable.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { encumbrancesOf } from "./encumbrancesOf.ts";
import { endorsementsOf } from "./endorsementsOf.ts";
import { settlementLegsOf } from "./settlementLegsOf.ts";
import { showCertificate } from "./showCertificate.ts";
import { showEndorsements } from "./showEndorsements.ts";

/**
 * What a bank checks before it pays for a certificate: issuer, confirmation, endorsements from the root on,
 * encumbrances and payments. Problem `not-found` for an id that was never minted.
 */
export async function certificateProvenance(
  database: Queryable,
  certificate: bigint,
  viewer?: Identity,
) {
  const path = await endorsementsOf(database, certificate);
  const row = found(path.at(-1), `certificate ${certificate}`);
  const [receivable, encumbrances, legs] = await Promise.all([
    receivableReadModel.row(database, Number(row.receivable_id)),
    encumbrancesOf(database, certificate, viewer),
    settlementLegsOf(database, certificate),
  ]);
  const refOf = await memberRefs(database, [
    ...path.flatMap((each) => [each.holder, each.passed_by]),
    ...encumbrances.map(({ party }) => party),
    ...legs.flatMap(({ payee, debtor }) => [payee, debtor]),
    receivable.obligor,
    receivable.creditor,
  ]);
  return {
    ...showCertificate(row, refOf),
    receivableSummary: showReceivable(receivable, refOf),
    endorsements: showEndorsements(path, refOf),
    encumbrances: encumbrances.map((each) => ({
      kind: each.kind,
      id: each.id,
      valueMinor: each.value_minor,
      party: refOf(each.party),
      expiresAt: each.expires_at,
      firm: each.firm,
      documentDigest: each.document_digest,
      lienState: each.lien_state,
    })),
    settlementLegs: legs.map((leg) => ({
      run: leg.run_id,
      faceMinor: leg.face_minor,
      payee: refOf(leg.payee),
      toPayeeMinor: leg.to_payee_minor,
      debtor: refOf(leg.debtor),
      toDebtorMinor: leg.to_debtor_minor,
      lateInterestMinor: leg.late_interest_minor,
      state: leg.state,
      valueDate: leg.value_date,
      at: leg.settled_at,
    })),
  };
}
