import { type DecodedEvent, decodeEvent } from "../events/decodeEvent.ts";
import { ledgerInterfaces } from "../events/ledgerInterfaces.ts";
import type { LedgerLog } from "../events/ledgerLog.ts";

/** How a certificate of the lineage came to be: `RootMinted` or `Passed`; undefined for any other log. */
export function lineageEvent(
  creditCertificates: string,
  certificates: ReadonlySet<bigint>,
  log: LedgerLog,
): DecodedEvent | undefined {
  if (log.address.toLowerCase() !== creditCertificates) return undefined;
  const event = decodeEvent(ledgerInterfaces.creditCertificates, log);
  if (event?.name !== "RootMinted" && event?.name !== "Passed") return undefined;
  return certificates.has(BigInt(String(event.args["id"]))) ? event : undefined;
}
