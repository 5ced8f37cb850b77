import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";
import { certificateReadModel } from "../certificate/certificateReadModel.ts";

/** Problem `not-permitted` unless the member holds the certificate: only its holder lets others look at it. */
export async function requireHolder(
  database: Queryable,
  certificate: bigint,
  memberId: number,
): Promise<void> {
  const { holder } = await certificateReadModel.row(database, certificate);
  if (holder === BigInt(memberId)) return;
  throw new ProblemError("not-permitted", `You do not hold certificate ${certificate}.`);
}
