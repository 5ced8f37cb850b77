import {
  bitsOf,
  currencyToBytes3,
  legalIdentityDigest,
  memberRoles,
  memberSizes,
  numberOf,
  settlementAccountDigest,
} from "@tallystick/sdk";
import { id, type JsonRpcProvider, Wallet, ZeroHash } from "ethers";
import type { Database } from "../../../gateway/database/database.ts";
import { recordParty } from "../../../gateway/features/member/recordParty.ts";
import { LedgerProvider } from "../../../scripts/client/LedgerProvider.ts";
import { deployLedger } from "../../../scripts/deploy/deployLedger.ts";
import type { LedgerOptions } from "../../../scripts/deploy/LedgerOptions.ts";
import { connectLedger, type LedgerContracts } from "../../../sdk/contracts/connectLedger.ts";
import type { Deployment } from "../../../sdk/contracts/deployment.ts";
import { type CastName, ledgerCast } from "./ledgerCast.ts";
import type { TestChain } from "./startAnvil.ts";

/** A member of the test ledger with its key. */
export interface TestParty {
  readonly id: number;
  readonly name: string;
  readonly wallet: Wallet;
}

/** A deployed ledger with its cast admitted and both obligors' limits open. */
export interface TestLedger {
  readonly deployment: Deployment;
  /** Contracts to read from, or to call beside the gateway with `connect(who.x.wallet)`. */
  readonly contracts: LedgerContracts;
  readonly provider: JsonRpcProvider;
  readonly who: Readonly<Record<CastName, TestParty>>;
}

const free = { gasPrice: 0n, type: 0 };
const limit = 1_000_000_000_00n;

function admissionOf(name: CastName, account: string) {
  const { roles, size } = ledgerCast[name];
  const isLicensed = roles.some((role) => role === "financier" || role === "settlement-bank");
  return {
    identityDigest: legalIdentityDigest({ scheme: "local", id: name }, id(name)),
    roles: bitsOf(memberRoles, roles),
    size: numberOf(memberSizes, size),
    guardian: 0,
    account,
    settlementAccountDigest: settlementAccountDigest({ bank: "TESTCNBJ", number: name }, id(name)),
    licenceDigest: isLicensed ? id(`licence of ${name}`) : ZeroHash,
  };
}

function partiesOn(provider: JsonRpcProvider): Record<CastName, TestParty> {
  const entries = Object.entries(ledgerCast).map(([key, { name }], index) => {
    const wallet = new Wallet(id(`key of ${key}`), provider);
    return [key, { id: index + 1, name, wallet }];
  });
  return Object.fromEntries(entries);
}

/** Deploys the real contracts and admits the cast; the operator's account also governs the parameters. */
export async function deployTestLedger(
  chain: Pick<TestChain, "url" | "chainId">,
  options: Pick<LedgerOptions, "tagKey"> = {},
): Promise<TestLedger> {
  const provider = new LedgerProvider(chain.url, chain.chainId, {
    staticNetwork: true,
    pollingInterval: 20,
    cacheTimeout: -1,
  });
  const who = partiesOn(provider);
  const { operator } = who;
  const deployment = await deployLedger({
    deployer: new Wallet(id("deployer"), provider),
    governance: operator.wallet.address,
    firstOperator: admissionOf("operator", operator.wallet.address),
    ...options,
  });
  const contracts = connectLedger(deployment.addresses, provider);
  const members = contracts.members.connect(operator.wallet);
  const others = Object.keys(ledgerCast).filter((name) => name !== "operator") as CastName[];
  for (const name of others) {
    const sent = await members.admit(admissionOf(name, who[name].wallet.address), ZeroHash, free);
    await sent.wait();
  }
  for (const obligor of [who.obligor, who.otherObligor]) {
    const cny = currencyToBytes3("CNY");
    const rules = contracts.rules.connect(operator.wallet);
    await (await rules.setCeiling(obligor.id, cny, limit, ZeroHash, free)).wait();
    const receivables = contracts.receivables.connect(obligor.wallet);
    await (await receivables.setLimit(cny, limit, ZeroHash, free)).wait();
  }
  return { deployment, contracts, provider, who };
}

/** Tells the gateway's database who the cast is, as admission through the gateway does. */
export async function recordCast(database: Database, { who }: TestLedger): Promise<void> {
  for (const [key, { id: memberId, name }] of Object.entries(who)) {
    const account = { bank: "TESTCNBJ", number: key };
    const salt = id(key);
    const digest = settlementAccountDigest(account, salt);
    await recordParty(database, {
      memberId,
      name,
      party: { scheme: "local", id: key },
      salt,
      settlementAccount: { ...account, digest, salt },
    });
  }
}
