import type { PledgedPaymentTerms } from "@tallystick/sdk";
import { z } from "zod";
import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";
import { earlyPaymentFields } from "./earlyPaymentFields.ts";
import { lienReadModel } from "./lienReadModel.ts";

const schema = z.object(earlyPaymentFields);

/** The terms that a request states, completed by the lien's parties. A lien over goods is no claim for money. */
export async function pledgedPaymentOf(
  database: Queryable,
  lien: bigint,
  stated: z.output<typeof schema>,
): Promise<PledgedPaymentTerms> {
  const row = await lienReadModel.row(database, lien);
  if (row.asset !== "certificate" || row.owed_by === null) {
    throw new ProblemError("conflict", `Lien ${lien} is not over a certificate.`);
  }
  const { faceMinor: face, paidMinor: paid, ...terms } = stated;
  return {
    ...terms,
    certificate: row.token_id,
    obligor: Number(row.owed_by),
    holder: Number(row.debtor),
    face,
    paid,
    lien,
    securedParty: Number(row.secured_party),
  };
}
