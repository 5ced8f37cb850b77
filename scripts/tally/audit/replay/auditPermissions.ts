import {
  AllowListHistory,
  type AllowListName,
  type AllowListRolesOf,
  allowListAddresses,
  allowListInterface,
  genesisRoles,
  type MemberAccount,
  type MemoryTables,
  planPermissions,
  type ReplayFinding,
  type ReplayLog,
} from "@tallystick/sdk";
import { getAddress } from "ethers";
import type { AuditNode } from "./AuditNode.ts";
import { NodeError } from "./NodeError.ts";
import type { ReplayProgress } from "./replayProgress.ts";

/** What comparing the chain's lists with the members' accounts came to. */
type Audited = { readonly checked: number; readonly findings: readonly ReplayFinding[] };

const nobody: AllowListRolesOf = { transactions: {}, deployers: {} };
const lists = ["transactions", "deployers"] as const;
const addresses: readonly string[] = Object.values(allowListAddresses);
/** The operator's job follows within a few blocks; what lasts longer it didn't do. */
const GRACE_SECONDS = 600;

/** The roles that the logs of one more block give; the same object when none of them is about a list. */
function fold(roles: AllowListRolesOf = nobody, logs: readonly ReplayLog[]): AllowListRolesOf {
  const about = logs.filter(({ address }) => addresses.includes(address.toLowerCase()));
  if (about.length === 0) return roles;
  const history = new AllowListHistory(roles);
  for (const log of about) history.take(log);
  return history.save();
}

/** Undefined on engines that keep no lists in the chain's state: these don't know the question. */
async function genesisOf(node: AuditNode): Promise<AllowListRolesOf | undefined> {
  try {
    return genesisRoles(await node.send("eth_getChainConfig"));
  } catch (error) {
    if (error instanceof NodeError) return undefined;
    throw error;
  }
}

function accountsOf(tables: MemoryTables): readonly MemberAccount[] {
  const seconds = (value: unknown) => (value instanceof Date ? value.getTime() / 1_000 : undefined);
  return [...(tables.live.get("account")?.rows.values() ?? [])].map((row) => ({
    account: getAddress(String(row["account"])),
    member: Number(row["member_id"]),
    activeFrom: seconds(row["active_from"]) ?? 0,
    endedAt: seconds(row["revoked_at"]),
  }));
}

function finding(
  code: string,
  sentence: string,
  block: number,
  about: readonly string[],
): ReplayFinding {
  const [field = "", expected = "", actual = ""] = about;
  return { code, sentence, block, transaction: null, log: null, field, expected, actual };
}

/** Asks the lists themselves what the events say of them. */
async function differing(
  node: AuditNode,
  block: number,
  list: AllowListName,
  roles: ReadonlyMap<string, number>,
): Promise<ReplayFinding[]> {
  const to = allowListAddresses[list];
  const tag = `0x${block.toString(16)}`;
  const told = [...roles];
  if (told.length === 0) return [];
  const answers = await node.batch(
    told.map(([account]) => {
      const data = allowListInterface.encodeFunctionData("readAllowList", [account]);
      return ["eth_call", { to, data }, tag] as const;
    }),
  );
  return told.flatMap(([account, role], index) => {
    const actual = Number(answers[index]);
    if (actual === role) return [];
    const sentence = `The chain's list of ${list} says something else of ${account} than its events.`;
    const about = [`${list} ${account}`, String(role), String(actual)];
    return [finding("view-differs", sentence, block, about)];
  });
}

/** Compares both lists with the members' accounts as of the last block; undefined where the engine has none. */
async function check(
  node: AuditNode,
  { block, blockTime, permissions }: ReplayProgress,
  tables: MemoryTables,
): Promise<Audited | undefined> {
  const logged = permissions ?? nobody;
  const genesis = await genesisOf(node);
  const isUsed = lists.some((list) => Object.keys(logged[list]).length > 0);
  if (genesis === undefined && !isUsed) return undefined;
  const begun = new AllowListHistory(genesis);
  const operators = begun.adminsOf("transactions");
  const history = new AllowListHistory({
    transactions: { ...genesis?.transactions, ...logged.transactions },
    deployers: { ...genesis?.deployers, ...logged.deployers },
  });
  const roles = {
    transactions: history.rolesIn("transactions"),
    deployers: history.rolesIn("deployers"),
  };
  const accounts = accountsOf(tables);
  const rules = { also: [], coin: new Map(), dust: undefined, graceSeconds: GRACE_SECONDS };
  const plan = planPermissions({ blockTime, operators, accounts, roles, ...rules });
  const found = plan.findings.map(({ code, sentence, account, expected, actual }) =>
    finding(code, sentence, block, [account, expected, actual]),
  );
  for (const list of lists) found.push(...(await differing(node, block, list, roles[list])));
  return {
    checked: accounts.length + roles.transactions.size + roles.deployers.size,
    findings: found,
  };
}

/** The second fence in an audit: its events are folded like the ledger's, and compared with the members at the end. */
export const auditPermissions = { fold, check } as const;
