import { Contract, type ContractRunner } from "ethers";
import type { CertificateSettlement } from "./certificateSettlementFactory.ts";
import { creditCertificatesAbi } from "./creditCertificatesAbi.ts";
import type { CreditCertificates } from "./creditCertificatesFactory.ts";

/** All that the address of the credit certificates answers: both of its bytecodes. */
export type CreditCertificatesContract = {
  connect(runner: ContractRunner | null): CreditCertificatesContract;
} & CreditCertificates &
  CertificateSettlement;

/** The credit certificates of a ledger. */
export function connectCreditCertificates(
  address: string,
  runner?: ContractRunner | null,
): CreditCertificatesContract {
  return new Contract(
    address,
    creditCertificatesAbi,
    runner,
  ) as unknown as CreditCertificatesContract;
}
