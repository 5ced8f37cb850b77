import { CertificateSettlementFactory } from "./certificateSettlementFactory.ts";
import { CreditCertificatesFactory } from "./creditCertificatesFactory.ts";

const fragments = [
  ...CreditCertificatesFactory.abi,
  ...CertificateSettlementFactory.abi.filter(({ type }) => type !== "constructor"),
];

/** The functions, events and errors of both bytecodes behind the credit certificates' address, each once. */
export const creditCertificatesAbi = [
  ...new Map(fragments.map((fragment) => [JSON.stringify(fragment), fragment])).values(),
];
