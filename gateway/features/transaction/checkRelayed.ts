import { getAddress, Transaction } from "ethers";
import type { DirectoryMember } from "../../auth/memberDirectory.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { Ledger } from "../../ledger/ledger.ts";

/** Legacy, with access list (EIP-2930), with two fees (EIP-1559). */
const relayedTypes = [0, 1, 2];

function parse(raw: string): Transaction {
  try {
    const transaction = Transaction.from(raw);
    // The same transaction in other bytes would have another hash, by which nobody would find it again.
    if (transaction.isSigned() && transaction.serialized === raw) return transaction;
  } catch {
    // It is no transaction, which is said below.
  }
  throw new ProblemError(
    "invalid-transaction",
    "The bytes are not a signed transaction in its canonical form.",
  );
}

/** The ledger needs neither blobs nor accounts that get code, and a set-code transaction changes what an account is. */
function checkType({ type, typeName }: Transaction): void {
  if (type !== null && relayedTypes.includes(type)) return;
  throw new ProblemError(
    "invalid-transaction",
    `Transactions of type ${type} (${typeName}) are not relayed: send one of type 0, 1 or 2.`,
  );
}

/**
 * Refuses everything but a transaction of one of the member's own accounts, for this chain, to one of the ledger's
 * contracts: the gateway is no way to send anything else.
 */
export function checkRelayed(raw: string, ledger: Ledger, member: DirectoryMember): Transaction {
  const { chainId, contracts } = ledger;
  const transaction = parse(raw);
  checkType(transaction);
  const { from, to } = transaction;
  if (from === null)
    throw new ProblemError("invalid-transaction", "The transaction is not signed.");
  if (transaction.chainId !== BigInt(chainId)) {
    const detail = `The transaction is for chain ${transaction.chainId}, this ledger is on chain ${chainId}.`;
    throw new ProblemError("foreign-transaction", detail);
  }
  const isOurs = contracts.some((contract) => to !== null && getAddress(contract.address) === to);
  if (!isOurs) {
    const detail = `The transaction goes to ${to ?? "no contract"}, which is not part of this ledger.`;
    throw new ProblemError("foreign-transaction", detail);
  }
  if (!member.accounts.some((account) => getAddress(account) === from)) {
    const detail = `The transaction is signed by ${from}, which is no account of member ${member.memberId}.`;
    throw new ProblemError("foreign-transaction", detail);
  }
  if (transaction.value !== 0n) {
    throw new ProblemError(
      "invalid-transaction",
      "The ledger takes no value: the chain's coin is no money.",
    );
  }
  return transaction;
}
