import { nameAt } from "../vocabulary/nameAt.ts";
import type { MemberAccount } from "./AccountHistory.ts";
import { allowListRoles } from "./allowListRoles.ts";
import type { PermissionFacts } from "./permissionFacts.ts";
import type { PermissionCall, PermissionFinding, PermissionPlan } from "./permissionPlan.ts";

const roleNames = ["none", "enabled", "admin", "manager"] as const;
const { none, enabled, admin } = allowListRoles;

type Judged = { readonly call?: PermissionCall; readonly finding?: PermissionFinding };

function found(
  code: PermissionFinding["code"],
  account: string,
  [expected, role]: [PermissionFinding["expected"], number],
  sentence: string,
): PermissionFinding {
  return { code, sentence, account, expected, actual: nameAt(roleNames, role) };
}

function isActive({ activeFrom, endedAt }: MemberAccount, { blockTime }: PermissionFacts): boolean {
  return endedAt === undefined && activeFrom <= blockTime;
}

/** Of an account that may send: it must be on the list, and not more than that. */
function judgeWanted(account: MemberAccount, role: number, facts: PermissionFacts): Judged {
  if (role === enabled) return {};
  if (role !== none) return judgeRaised(account.account, role);
  const call = { verb: "setEnabled", account: account.account, value: 0n } as const;
  if (facts.blockTime - account.activeFrom < facts.graceSeconds) return { call };
  const sentence = `${account.account} is an account of member ${account.member}, and the chain takes no transaction of it.`;
  return {
    call,
    finding: found("permission-missing", account.account, ["enabled", role], sentence),
  };
}

/** Of an address that may not send, or not any more. */
function judgeUnwanted(
  address: string,
  role: number,
  account: MemberAccount | undefined,
  facts: PermissionFacts,
): Judged {
  if (role === none) return {};
  if (role !== enabled) return judgeRaised(address, role);
  const call = { verb: "setNone", account: address, value: 0n } as const;
  if (account?.endedAt === undefined) {
    const sentence = `${address} may send transactions and is no member's account.`;
    return { call, finding: found("permission-unknown", address, ["none", role], sentence) };
  }
  if (facts.blockTime - account.endedAt < facts.graceSeconds) return { call };
  const sentence = `${address} may still send transactions, and member ${account.member} has it no more.`;
  return { call, finding: found("permission-ended", address, ["none", role], sentence) };
}

/** Whoever may change the lists could undo whatever a job does: people have to look at it. */
function judgeRaised(address: string, role: number): Judged {
  const sentence = `${address} may change who sends transactions, and is not the operator.`;
  return { finding: found("permission-admin", address, ["none", role], sentence) };
}

function judgeSenders(facts: PermissionFacts): Judged[] {
  const { operators, also, accounts, roles } = facts;
  const byAddress = new Map(accounts.map((account) => [account.account, account]));
  const wanted = new Map(also.map((address) => [address, true]));
  const addresses = new Set([...roles.transactions.keys(), ...byAddress.keys(), ...also]);
  const others = [...addresses].filter((address) => !operators.includes(address)).sort();
  return others.map((address) => {
    const role = roles.transactions.get(address) ?? none;
    const account = byAddress.get(address);
    if (account !== undefined && isActive(account, facts)) return judgeWanted(account, role, facts);
    if (!wanted.has(address)) return judgeUnwanted(address, role, account, facts);
    if (role === none) return { call: { verb: "setEnabled", account: address, value: 0n } };
    return role === enabled ? {} : judgeRaised(address, role);
  });
}

function operatorFindings({ operators, roles }: PermissionFacts): PermissionFinding[] {
  return operators.flatMap((account) =>
    (["transactions", "deployers"] as const).flatMap((list) => {
      const role = roles[list].get(account) ?? none;
      if (role === admin) return [];
      const sentence = `${account} is the operator, and no administrator of the list of ${list}.`;
      return [found("permission-operator", account, ["admin", role], sentence)];
    }),
  );
}

function deployerFindings({ operators, roles }: PermissionFacts): PermissionFinding[] {
  return [...roles.deployers]
    .filter(([address, role]) => role !== none && !operators.includes(address))
    .sort()
    .map(([address, role]) => {
      const sentence = `${address} may deploy contracts, and is not the operator.`;
      return found("permission-deployer", address, ["none", role], sentence);
    });
}

function coinCalls(facts: PermissionFacts): PermissionCall[] {
  const { dust, coin, accounts, also } = facts;
  if (dust === undefined) return [];
  const active = accounts.filter((account) => isActive(account, facts));
  const payers = new Set([...active.map(({ account }) => account), ...also]);
  return [...payers].sort().flatMap((account) => {
    const has = coin.get(account);
    if (has === undefined || has >= dust.mark) return [];
    return [{ verb: "giveCoin", account, value: dust.grant } as const];
  });
}

/**
 * What makes the chain's lists follow `Members`. The same facts give the same plan in the same order, so several who carry
 * it out make the same transactions.
 */
export function planPermissions(facts: PermissionFacts): PermissionPlan {
  const judged = judgeSenders(facts);
  const calls = judged.flatMap(({ call }) => (call === undefined ? [] : [call]));
  const closing = calls.filter(({ verb }) => verb === "setNone");
  const opening = calls.filter(({ verb }) => verb !== "setNone");
  return {
    senders: [...facts.roles.transactions.values()].filter((role) => role !== none).length,
    calls: [...closing, ...opening, ...coinCalls(facts)],
    findings: [
      ...operatorFindings(facts),
      ...deployerFindings(facts),
      ...judged.flatMap(({ finding }) => (finding === undefined ? [] : [finding])),
    ],
  };
}
