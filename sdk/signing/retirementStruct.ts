import type { RetirementTerms } from "./retirementTerms.ts";

/** A retirement as `IEarlyPayments.Retirement` spells it. */
export function retirementStruct({
  certificate,
  billTag,
  tagEpoch,
  earlierBillTags,
  from,
  to,
  ...terms
}: RetirementTerms) {
  return {
    ...terms,
    token: certificate,
    bill: { epoch: tagEpoch, tag: billTag, from, to },
    earlier: earlierBillTags.map(({ epoch, tag }) => ({ epoch, tags: [tag] })),
  };
}
