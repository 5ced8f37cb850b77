import {
  AccountHistory,
  AllowListHistory,
  allowListAddresses,
  allowListInterface,
  allowListRoles,
  coinDust,
  genesisRoles,
  ledgerInterfaces,
  type PermissionFacts,
  planPermissions,
} from "@tallystick/sdk";
import { expect } from "chai";
import { getAddress, id, ZeroHash } from "ethers";

const address = (name: string) => getAddress(`0x${id(name).slice(-40)}`);
const [operator, alice, bob, mallory] = ["operator", "alice", "bob", "mallory"].map(address) as [
  string,
  string,
  string,
  string,
];
const { none, enabled, admin, manager } = allowListRoles;
const dust = { grant: 1_000n, mark: 200n };
const NOW = 1_800_000_000;

function account(name: string, more: Partial<PermissionFacts["accounts"][number]> = {}) {
  return { account: name, member: 7, activeFrom: NOW - 1_000, endedAt: undefined, ...more };
}

type Lists = Partial<Record<"transactions" | "deployers", Record<string, number>>>;

function facts(lists: Lists, more: Partial<PermissionFacts> = {}): PermissionFacts {
  return {
    blockTime: NOW,
    operators: [operator],
    accounts: [],
    also: [],
    roles: {
      transactions: new Map(Object.entries({ [operator]: admin, ...lists.transactions })),
      deployers: new Map(Object.entries({ [operator]: admin, ...lists.deployers })),
    },
    coin: new Map(),
    dust,
    graceSeconds: 60,
    ...more,
  };
}

function codes({ findings }: ReturnType<typeof planPermissions>) {
  return findings.map(({ code, account: whose }) => [code, whose]);
}

function log(list: "transactions" | "deployers", role: number, whose: string, oldRole = 0) {
  const event = allowListInterface.encodeEventLog("RoleSet", [role, whose, operator, oldRole]);
  return { address: allowListAddresses[list], ...event };
}

function memberLog(name: string, values: readonly unknown[]) {
  return { address: ZeroHash, ...ledgerInterfaces.members.encodeEventLog(name, [...values]) };
}

describe("a plan of the chain's permissions", () => {
  it("has nothing to do where the lists follow the members", () => {
    const accounts = [account(alice)];
    const coin = new Map([[alice, 500n]]);
    const plan = planPermissions(facts({ transactions: { [alice]: enabled } }, { accounts, coin }));
    expect(plan).to.deep.equal({ senders: 2, calls: [], findings: [] });
  });

  it("opens for a new account, with coin, and finds nothing wrong until the grace is over", () => {
    const fresh = account(alice, { activeFrom: NOW - 59 });
    const coin = new Map([[alice, 0n]]);
    const plan = planPermissions(facts({}, { accounts: [fresh], coin }));
    expect(plan.calls).to.deep.equal([
      { verb: "setEnabled", account: alice, value: 0n },
      { verb: "giveCoin", account: alice, value: 1_000n },
    ]);
    expect(plan.findings).to.deep.equal([]);
    const late = facts({}, { accounts: [account(alice, { activeFrom: NOW - 60 })] });
    expect(codes(planPermissions(late))).to.deep.equal([["permission-missing", alice]]);
  });

  it("waits for an account whose 48 hours are not over, and gives it no coin", () => {
    const accounts = [account(alice, { activeFrom: NOW + 1 })];
    const coin = new Map([[alice, 0n]]);
    expect(planPermissions(facts({}, { accounts, coin })).calls).to.deep.equal([]);
  });

  it("closes for an account that ended, before it opens for another one", () => {
    const accounts = [account(alice), account(bob, { endedAt: NOW - 10 })];
    const plan = planPermissions(facts({ transactions: { [bob]: enabled } }, { accounts }));
    expect(plan.calls.map(({ verb, account: whose }) => [verb, whose])).to.deep.equal([
      ["setNone", bob],
      ["setEnabled", alice],
    ]);
    expect(codes(plan)).to.deep.equal([["permission-missing", alice]]);
    const later = facts({ transactions: { [bob]: enabled } }, { accounts, blockTime: NOW + 50 });
    expect(codes(planPermissions(later))).to.deep.include(["permission-ended", bob]);
  });

  it("closes for whoever is nobody's account, and says so at once", () => {
    const plan = planPermissions(facts({ transactions: { [mallory]: enabled } }));
    expect(plan.calls).to.deep.equal([{ verb: "setNone", account: mallory, value: 0n }]);
    expect(codes(plan)).to.deep.equal([["permission-unknown", mallory]]);
  });

  it("lets those send whom the operator names beside the members", () => {
    const given = facts({}, { also: [bob], coin: new Map([[bob, 0n]]) });
    expect(planPermissions(given).calls.map(({ verb }) => verb)).to.deep.equal([
      "setEnabled",
      "giveCoin",
    ]);
    const done = facts({ transactions: { [bob]: enabled } }, { also: [bob] });
    expect(planPermissions(done)).to.deep.equal({ senders: 2, calls: [], findings: [] });
  });

  it("leaves other administrators to people, even where they are members' accounts", () => {
    const lists = { transactions: { [mallory]: admin, [alice]: manager } };
    const plan = planPermissions(facts(lists, { accounts: [account(alice)] }));
    expect(plan.calls).to.deep.equal([]);
    expect(codes(plan).map(([code]) => code)).to.deep.equal([
      "permission-admin",
      "permission-admin",
    ]);
  });

  it("finds deployers beside the operator, and an operator that is none", () => {
    const lists = { transactions: { [operator]: none }, deployers: { [alice]: enabled } };
    expect(codes(planPermissions(facts(lists)))).to.deep.equal([
      ["permission-operator", operator],
      ["permission-deployer", alice],
    ]);
  });

  it("gives coin below the mark, never to smart accounts or where gas is free", () => {
    const lists = { transactions: { [alice]: enabled, [bob]: enabled } };
    const accounts = [account(alice), account(bob)];
    const coin = new Map([[alice, 199n]]);
    expect(planPermissions(facts(lists, { accounts, coin })).calls).to.deep.equal([
      { verb: "giveCoin", account: alice, value: 1_000n },
    ]);
    const free = facts(lists, { accounts, coin, dust: undefined });
    expect(planPermissions(free).calls).to.deep.equal([]);
    expect(coinDust({ gasPrice: 0n, gasLimit: 1n })).to.equal(undefined);
    expect(coinDust({ gasPrice: 1n, gasLimit: 8_000_000n })?.mark).to.equal(16_000_000_000n);
  });
});

describe("the history of the chain's lists", () => {
  it("begins with the genesis file and follows every change", () => {
    const lists = { adminAddresses: [operator.toLowerCase()], enabledAddresses: [alice] };
    const history = new AllowListHistory(genesisRoles({ txAllowListConfig: lists }));
    expect(history.take(log("transactions", enabled, bob))).to.equal(true);
    expect(history.take(log("transactions", none, alice, enabled))).to.equal(true);
    expect(history.take(log("deployers", enabled, bob))).to.equal(true);
    expect(history.take({ ...log("deployers", none, bob), address: mallory })).to.equal(false);
    expect(history.save()).to.deep.equal({
      transactions: { [operator]: admin, [alice]: none, [bob]: enabled },
      deployers: { [bob]: enabled },
    });
    expect(new AllowListHistory(history.save()).adminsOf("transactions")).to.deep.equal([operator]);
  });

  it("is empty on an engine without lists", () => {
    expect(genesisRoles({ chainId: 1 })).to.deep.equal({ transactions: {}, deployers: {} });
  });
});

describe("the history of members' accounts", () => {
  const admitted = (member: number, whose: string) => {
    const admission = [ZeroHash, 1, 0, 0, whose, ZeroHash, ZeroHash];
    return memberLog("MemberAdmitted", [member, admission, 1, ZeroHash]);
  };
  const states = (history: AccountHistory) =>
    history.all().map(({ account: whose, activeFrom, endedAt }) => [whose, activeFrom, endedAt]);

  it("knows when an account began, when it will, and when it ended", () => {
    const history = new AccountHistory();
    history.take(admitted(7, alice), 100);
    history.take(memberLog("AccountProposed", [7, bob, 900, alice, ZeroHash]), 110);
    history.take(memberLog("AccountRevoked", [7, alice, 2, bob, ZeroHash]), 120);
    history.take(memberLog("SuspensionsSet", [7, 1, ZeroHash, 1, ZeroHash]), 130);
    expect(states(history)).to.deep.equal([
      [alice, 100, 120],
      [bob, 900, undefined],
    ]);
    history.take(memberLog("AccountAdded", [7, alice, bob, ZeroHash]), 140);
    expect(states(history)[0]).to.deep.equal([alice, 140, undefined]);
  });

  it("ends all of a member's accounts when it is recovered, and no one else's", () => {
    const history = new AccountHistory();
    history.take(admitted(7, alice), 100);
    history.take(admitted(8, bob), 100);
    history.take(memberLog("MemberRecovered", [7, mallory, 2, ZeroHash]), 200);
    expect(states(history)).to.deep.equal([
      [alice, 100, 200],
      [bob, 100, undefined],
      [mallory, 200, undefined],
    ]);
  });
});
