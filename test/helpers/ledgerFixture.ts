import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { deployLedger } from "../../scripts/deploy/deployLedger.ts";
import { connectLedger, type LedgerContracts } from "../../sdk/contracts/connectLedger.ts";
import type { Deployment } from "../../sdk/contracts/deployment.ts";
import { admissionOf } from "./admissionOf.ts";
import { chain } from "./chain.ts";
import { compiledBytecodes } from "./compiledBytecodes.ts";
import { currencies } from "./currencies.ts";
import { ref } from "./ref.ts";
import { roles, sizes } from "./roles.ts";

/** A member with the account that acts for it. */
export type Party = { readonly id: bigint; readonly account: HardhatEthersSigner };

/** Every member of the test ledger, in the order of admission. */
const cast = {
  operator: { its: roles.operator, size: sizes.large },
  legal: { its: roles.legal, size: sizes.large },
  obligor: { its: roles.obligor, size: sizes.large },
  otherObligor: { its: roles.obligor, size: sizes.large },
  tierOne: { its: roles.supplier, size: sizes.small },
  tierTwo: { its: roles.supplier, size: sizes.medium },
  tierThree: { its: roles.supplier, size: sizes.micro },
  financierA: { its: roles.financier, size: sizes.large },
  financierB: { its: roles.financier, size: sizes.large },
  bank: { its: roles.settlementBank, size: sizes.large },
  registrar: { its: roles.registrar, size: sizes.large },
  auditor: { its: roles.auditor, size: sizes.large },
  guardian: { its: roles.regulator, size: sizes.large },
  custodian: { its: roles.custodian, size: sizes.large },
  otherCustodian: { its: roles.custodian, size: sizes.large },
} as const;

const limit = 1_000_000_000_00n;

type MemberName = keyof typeof cast;

export type Ledger = LedgerContracts & {
  readonly deployment: Deployment;
  readonly who: Readonly<Record<MemberName, Party>>;
  readonly deployer: HardhatEthersSigner;
  /** Administers the AccessManager with 7 days' notice; no member's account. */
  readonly governance: HardhatEthersSigner;
  /** Second account of the legal member: one proposes, another one confirms. */
  readonly secondLegal: HardhatEthersSigner;
  /** An account of nobody. */
  readonly stranger: HardhatEthersSigner;
  /** Another account of nobody, to be added or recovered to. */
  readonly fresh: HardhatEthersSigner;
};

function take(signers: readonly HardhatEthersSigner[], index: number): HardhatEthersSigner {
  const signer = signers[index];
  if (signer === undefined) throw new Error(`the chain has no account number ${index}`);
  return signer;
}

async function admitCast(
  contracts: LedgerContracts,
  accounts: readonly HardhatEthersSigner[],
): Promise<Record<MemberName, Party>> {
  const parties: [string, Party][] = [];
  for (const [index, [name, { its, size }]] of Object.entries(cast).entries()) {
    const account = take(accounts, index);
    // The deployment admitted the first one, which is the operator.
    if (index > 0) {
      const admission = admissionOf(name, account, its, size);
      await contracts.members.connect(take(accounts, 0)).admit(admission, ref);
    }
    parties.push([name, { id: BigInt(index + 1), account }]);
  }
  return Object.fromEntries(parties) as Record<MemberName, Party>;
}

/** Gives the obligor room in CNY: the operator's ceiling and its own limit under it. */
async function openLimit(
  { rules, receivables }: LedgerContracts,
  { operator, obligor }: Record<MemberName, Party>,
): Promise<void> {
  await rules.connect(operator.account).setCeiling(obligor.id, currencies.cny, limit, ref);
  await receivables.connect(obligor.account).setLimit(currencies.cny, limit, ref);
}

/** A ledger as `npm start` deploys it, with members of every kind and an obligor's limit of 1,000,000,000.00 CNY. */
export async function ledgerFixture(): Promise<Ledger> {
  const signers = await chain.ethers.getSigners();
  const deployer = take(signers, 0);
  const governance = take(signers, 1);
  const stranger = take(signers, 2);
  const fresh = take(signers, 3);
  const secondLegal = take(signers, 4);
  const accounts = signers.slice(5);
  const deployment = await deployLedger({
    deployer,
    governance: governance.address,
    firstOperator: admissionOf("operator", take(accounts, 0), roles.operator, sizes.large),
    bytecodes: await compiledBytecodes(),
  });
  const contracts = connectLedger(deployment.addresses, stranger);
  const who = await admitCast(contracts, accounts);
  await openLimit(contracts, who);
  await contracts.members.connect(who.legal.account).addAccount(secondLegal, ref);
  await chain.networkHelpers.time.increase(48 * 60 * 60);
  return { ...contracts, deployment, who, deployer, governance, secondLegal, stranger, fresh };
}
