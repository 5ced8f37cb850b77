import type { ICertificateSettlement__factory } from "../../generated/factories/interfaces/ICertificateSettlement__factory.ts";
import { namesIn } from "../../vocabulary/namesIn.ts";
import { positionFlags } from "../../vocabulary/positionFlags.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why certificates refuse to begin, to end, or to be frozen. */
export const certificatesSentences: SentencesOf<typeof ICertificateSettlement__factory.abi> = {
  CertificatesIssued: ({ slot }) => `receivable ${slot} has its certificate already`,
  CertificatesNoRun: ({ slot }) => `no settlement run of receivable ${slot} is open`,
  CertificatesNotWaiting: ({ id }) => `no payment waits on certificate ${id}`,
  CertificatesStillWaiting: ({ id, flags, firm }) => {
    const frozen = namesIn(positionFlags, flags).includes("frozen");
    const why = frozen ? "it is frozen" : `${firm} accepted payments hang on it`;
    return `the payment on certificate ${id} must wait: ${why}`;
  },
  CertificatesNoProposal: ({ id }) => `no such freeze or release of certificate ${id} is proposed`,
  CertificatesSameAccount: ({ id, account }) =>
    `account ${account} proposed this for certificate ${id}, so another legal account must confirm it`,
  CertificatesFreezeState: ({ id, frozen }) =>
    `certificate ${id} is ${frozen ? "frozen already" : "not frozen"}`,
};
