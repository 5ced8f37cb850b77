import { id } from "ethers";
import type { LedgerGateway } from "./ledgerGateway.ts";

/** Two legal accounts freeze a certificate, or release it. */
export function freezes(stack: LedgerGateway) {
  const order = async (certificate: string, freeze: boolean): Promise<void> => {
    const asked = { freeze, documentDigest: id("order") };
    const path = `/v1/certificates/${certificate}/freeze`;
    await stack.as("legal").post(`${path}-proposals`, asked);
    const confirmed = await stack.as("secondLegal").post(`${path}-confirmations`, asked);
    if (confirmed.body["state"] === "confirmed") return;
    throw new Error(`answered ${confirmed.status}: ${JSON.stringify(confirmed.body)}`);
  };
  return {
    freeze: (certificate: string) => order(certificate, true),
    release: (certificate: string) => order(certificate, false),
  };
}
