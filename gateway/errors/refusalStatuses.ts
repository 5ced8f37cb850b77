import type { RefusalStatuses } from "./toProblem.ts";

function all(status: number, codes: readonly string[]): RefusalStatuses {
  return Object.fromEntries(codes.map((code) => [code, status]));
}

/** HTTP status of the ledger's refusals: 403 who may not, 404 what doesn't exist; every other one is a 409. */
export const refusalStatuses: RefusalStatuses = {
  ...all(403, [
    "AccessManagedUnauthorized",
    "AccessManagerUnauthorizedAccount",
    "AccessManagerUnauthorizedCall",
    "AccessManagerUnauthorizedCancel",
    "CertificatesSameAccount",
    "DocumentAnchorsNotAnchoredBy",
    "EarlyPaymentsNotHolder",
    "EarlyPaymentsNotObligor",
    "FactoringNotFinancier",
    "FactoringNotHolder",
    "LiensNotParty",
    "LiensSameAccount",
    "MembersAccountNotActive",
    "MembersActsOnItself",
    "MembersMissingRole",
    "MembersNotAccountOf",
    "MembersRecoveryNotCancellable",
    "MembersRecoveryParty",
    "MembersSameAccountConfirms",
    "MembersSignatureInvalid",
    "MembersSuspended",
    "ReceivablesNotParty",
    "RunsNotBank",
    "RunsNotObligor",
    "RunsNotParty",
    "SettlementNotBank",
    "SettlementNotParty",
    "SplitTokenNotApproved",
    "SplitTokenNotOwner",
    "SplitTokenOfferParty",
    "WarehousesActsOnItself",
    "WarehousesNotAdmitted",
    "WarehousesNotCounter",
    "WarehousesNotCustodian",
  ]),
  ...all(404, [
    "DocumentAnchorsUnknownRoot",
    "FactoringUnknown",
    "LiensUnknown",
    "MembersUnknownMember",
    "ReceivablesUnknown",
    "RulesUnknownVersion",
    "SettlementUnknown",
    "SettlementUnknownUnmatched",
    "SplitTokenUnknown",
    "SplitTokenUnknownHold",
    "WarehousesUnknownLocation",
    "WarehousesUnknownLot",
  ]),
};
