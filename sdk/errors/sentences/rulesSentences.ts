import type { IRules__factory } from "../../generated/factories/interfaces/IRules__factory.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why `Rules` refuses. */
export const rulesSentences: SentencesOf<typeof IRules__factory.abi> = {
  RulesNotAfterLast: ({ effectiveFrom, last }, say) =>
    `rules from ${say.time(effectiveFrom)} on would not follow the last ones, which start at ${say.time(last)}`,
  RulesInPast: ({ effectiveFrom, now_ }, say) =>
    `rules can't take effect at ${say.time(effectiveFrom)}, since it is ${say.time(now_)} already`,
  RulesSoftAboveHard: ({ soft, hard }) =>
    `the soft cap of ${soft} days is above the hard cap of ${hard} days`,
  RulesZeroCap: () => "a cap of zero would stop the ledger",
  RulesTooManyWaiting: ({ limit }) =>
    `${limit} versions of the rules wait already, which is the most`,
  RulesUnknownVersion: ({ version, count }) =>
    `there is no version ${version} of the rules, only 1 to ${count}`,
};
