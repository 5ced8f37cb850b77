import type { LedgerEvent } from "../events/ledgerEvent.ts";

/** What a lineage is about, for telling its events from others'. */
export type LineageScope = {
  readonly receivable: bigint;
  readonly certificates: ReadonlySet<bigint>;
  /** Obligor and every holder of the lineage. */
  readonly members: ReadonlySet<bigint>;
  /** Address of the receivables, by which claims name the receivable. */
  readonly receivables: string;
};

type Fields = Readonly<Record<string, unknown>>;
type Test = (args: Fields, scope: LineageScope) => boolean;

const certificate =
  (name: string): Test =>
  (args, { certificates }) =>
    certificates.has(BigInt(String(args[name])));
/** From nothing, or from a certificate. */
const certificateOrNone =
  (name: string): Test =>
  (args, scope) =>
    args[name] === 0n || certificate(name)(args, scope);
const both =
  (one: Test, two: Test): Test =>
  (args, scope) =>
    one(args, scope) && two(args, scope);
const receivable: Test = (args, scope) => args["receivable"] === scope.receivable;
const claimant: Test = (args, { receivables, receivable: id }) =>
  BigInt(String(args["claimant"])) === ((BigInt(receivables) << 96n) | id);

/** Events that may concern a lineage alone. Terms and prices are in none of them. */
const tests: Readonly<Record<string, Test>> = {
  "creditCertificates.Transfer": certificate("tokenId"),
  "creditCertificates.SlotChanged": certificate("tokenId"),
  "creditCertificates.TransferValue": both(
    certificateOrNone("fromTokenId"),
    certificate("toTokenId"),
  ),
  "creditCertificates.RootMinted": certificate("id"),
  "creditCertificates.Passed": both(certificate("id"), certificate("parentId")),
  "creditCertificates.OfferAccepted": certificate("childId"),
  "creditCertificates.CirculationWarning": certificate("id"),
  "creditCertificates.NonceSpent": (args, { members }) =>
    members.has(BigInt(String(args["member"]))),
  "receivables.ReceivableConfirmed": receivable,
  "receivables.ReceivableAccepted": receivable,
  "receivables.TenorWarning": receivable,
  "claims.ClaimReserved": claimant,
  "claims.ClaimsMoved": claimant,
};

/** Whether an event says nothing of anybody and anything outside a lineage. */
export function concernsLineage(event: LedgerEvent, scope: LineageScope): boolean {
  const test = tests[`${event.contract}.${event.name}`];
  return test?.(event.args as Fields, scope) ?? false;
}
