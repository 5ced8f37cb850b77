import { Contract, type ContractRunner } from "ethers";
import {
  type CertificateSettlement,
  CertificateSettlementFactory,
} from "./certificateSettlementFactory.ts";
import { type CreditCertificates, CreditCertificatesFactory } from "./creditCertificatesFactory.ts";

/** All that the address of the credit certificates answers: both of its bytecodes. */
export type CreditCertificatesContract = CreditCertificates & CertificateSettlement;

/** The functions, events and errors of both bytecodes, each once. */
const abi = [
  ...new Map(
    [...CreditCertificatesFactory.abi, ...CertificateSettlementFactory.abi].map((fragment) => [
      JSON.stringify(fragment),
      fragment,
    ]),
  ).values(),
];

/** The credit certificates of a ledger. */
export function connectCreditCertificates(
  address: string,
  runner?: ContractRunner | null,
): CreditCertificatesContract {
  return new Contract(address, abi, runner) as unknown as CreditCertificatesContract;
}
