import type { ILedgerAuthority__factory } from "../../generated/factories/interfaces/ILedgerAuthority__factory.ts";
import type { Sentence, SentencesOf } from "../sentencesOf.ts";

type Managed = {
  readonly [Name in
    | "AccessManagedInvalidAuthority"
    | "AccessManagerAlreadyScheduled"
    | "AccessManagerExpired"
    | "AccessManagerNotReady"
    | "AccessManagerNotScheduled"
    | "AccessManagerBadConfirmation"
    | "AccessManagerInvalidInitialAdmin"
    | "AccessManagerLockedFunction"
    | "AccessManagerUnauthorizedConsume"]: Sentence<Readonly<Record<string, string>>>;
} & {
  readonly AccessManagedRequiredDelay: Sentence<{ caller: string; delay: bigint }>;
  readonly AccessManagedUnauthorized: Sentence<{ caller: string }>;
  readonly AccessManagerLockedRole: Sentence<{ roleId: bigint }>;
  readonly AccessManagerUnauthorizedAccount: Sentence<{ msgsender: string; roleId: bigint }>;
  readonly AccessManagerUnauthorizedCall: Sentence<{ caller: string; target: string }>;
  readonly AccessManagerUnauthorizedCancel: Sentence<{ msgsender: string; target: string }>;
};

/** Why the ledger's AccessManager refuses, and the contracts that it guards. */
export const authoritySentences: SentencesOf<typeof ILedgerAuthority__factory.abi> & Managed = {
  AuthorityDelayTooShort: ({ role, delay, needed }) =>
    `role ${role} can't have a notice of ${delay} seconds: the ledger promises ${needed}`,
  AccessManagedInvalidAuthority: ({ authority }) => `${authority} is no AccessManager`,
  AccessManagedRequiredDelay: ({ caller, delay }) =>
    `what account ${caller} does here must be scheduled ${delay} seconds ahead`,
  AccessManagedUnauthorized: ({ caller }) => `account ${caller} has no grant for this`,
  AccessManagerAlreadyScheduled: ({ operationId }) =>
    `operation ${operationId} is scheduled already`,
  AccessManagerBadConfirmation: () => "an account renounces roles of its own only",
  AccessManagerExpired: ({ operationId }) => `operation ${operationId} was not executed in time`,
  AccessManagerInvalidInitialAdmin: ({ initialAdmin }) => `${initialAdmin} can't administer`,
  AccessManagerLockedFunction: ({ selector }) => `function ${selector} can't be scheduled`,
  AccessManagerLockedRole: ({ roleId }) => `role ${roleId} can't be changed`,
  AccessManagerNotReady: ({ operationId }) =>
    `the notice of operation ${operationId} is not over yet`,
  AccessManagerNotScheduled: ({ operationId }) => `operation ${operationId} is not scheduled`,
  AccessManagerUnauthorizedAccount: ({ msgsender, roleId }) =>
    `account ${msgsender} has no grant of role ${roleId}`,
  AccessManagerUnauthorizedCall: ({ caller, target }) =>
    `account ${caller} has no grant for this function of ${target}`,
  AccessManagerUnauthorizedCancel: ({ msgsender, target }) =>
    `account ${msgsender} can't cancel what is scheduled for ${target}`,
  AccessManagerUnauthorizedConsume: ({ target }) => `contract ${target} consumes no operation`,
};
