import { getAddress, Transaction } from "ethers";
import type { DirectoryMember } from "../../auth/memberDirectory.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { Ledger } from "../../ledger/ledger.ts";

function parse(raw: string): Transaction {
  try {
    return Transaction.from(raw);
  } catch {
    throw new ProblemError("invalid-transaction", "The bytes are not a signed transaction.");
  }
}

/**
 * Refuses everything but a transaction of one of the member's own accounts, for this chain, to one of the ledger's
 * contracts: the gateway is no way to send anything else.
 */
export function checkRelayed(raw: string, ledger: Ledger, member: DirectoryMember): Transaction {
  const { chainId, contracts } = ledger;
  const transaction = parse(raw);
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
