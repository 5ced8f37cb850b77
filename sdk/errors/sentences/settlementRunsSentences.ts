import type { ISettlementRuns__factory } from "../../generated/factories/interfaces/ISettlementRuns__factory.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why `SettlementRuns` refuses. */
export const settlementRunsSentences: SentencesOf<typeof ISettlementRuns__factory.abi> = {
  RunsTooEarly: ({ receivable, today, dueDay }, say) =>
    `receivable ${receivable} is settled from ${say.day(dueDay)} on, and today is ${say.day(today)}`,
  RunsNotObligor: ({ receivable, member, obligor }, say) =>
    `receivable ${receivable} is settled by ${say.member(obligor)}, not by ${say.member(member)}`,
  RunsNothingLive: ({ receivable }) => `nothing of receivable ${receivable} is left to settle`,
  RunsNoOpenRun: ({ receivable }) => `no settlement run of receivable ${receivable} is open`,
  RunsZeroLimit: () => "a batch of no certificates does nothing",
  RunsNotOverdue: ({ receivable, today, lastDay }, say) =>
    `receivable ${receivable} is not overdue: its grace ends on ${say.day(lastDay)}, today is ${say.day(today)}`,
  RunsAlreadyOverdue: ({ receivable }) => `receivable ${receivable} is marked overdue already`,
  RunsNotMarked: ({ receivable }) => `receivable ${receivable} is not marked overdue`,
  RunsStillUnpaid: ({ receivable, unpaid }, say) =>
    `${say.moneyOf(unpaid, receivable)} of receivable ${receivable} is still unpaid`,
  RunsNoLateInterest: ({ id }) =>
    `certificate ${id} is owed no late interest that has no instruction yet`,
  RunsExpiryAhead: ({ expiresAt, latest }, say) =>
    `an instruction of late interest stands until ${say.time(latest)} at most, and this asks for ${say.time(expiresAt)}`,
  RunsNotParty: ({ id, member }, say) =>
    `${say.member(member)} neither owes nor is owed late interest on certificate ${id}`,
  RunsNotIssuedHere: ({ caller }) => `only the settlement contract reports outcomes, not ${caller}`,
  RunsLegUnknown: ({ run, id }) => `run ${run} has not settled certificate ${id}`,
  RunsAlreadyUndelivered: ({ run, id }) =>
    `the pay of certificate ${id} in run ${run} is attested as undelivered already`,
  RunsNotBank: ({ run, member, bank }, say) =>
    `run ${run} was paid through ${say.member(bank)}, not through ${say.member(member)}`,
};
