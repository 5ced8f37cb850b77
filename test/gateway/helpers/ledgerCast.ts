import type { MemberRole, MemberSize } from "@tallystick/sdk";

type CastMember = {
  readonly name: string;
  readonly roles: readonly MemberRole[];
  readonly size: MemberSize;
};

function member(name: string, role: MemberRole, size: MemberSize = "large"): CastMember {
  return { name, roles: [role], size };
}

/** Every member of the gateway's test ledger, in the order of admission: the first one is member 1. */
export const ledgerCast = {
  operator: member("Harbour Operations", "operator"),
  secondOperator: member("Second Operations", "operator"),
  legal: member("First Registry Court", "legal"),
  secondLegal: member("Second Registry Court", "legal"),
  obligor: member("Huadong Steel", "obligor"),
  otherObligor: member("Northern Shipyard", "obligor"),
  tierOne: member("Lianyun Bearings", "supplier", "medium"),
  tierTwo: member("Taihu Castings", "supplier", "small"),
  tierThree: member("Weifang Tools", "supplier", "micro"),
  financierA: member("Bund Factoring", "financier"),
  financierB: member("Delta Bank Factoring", "financier"),
  bank: member("Yangtze Settlement Bank", "settlement-bank"),
  otherBank: member("Pearl Settlement Bank", "settlement-bank"),
  registrar: member("Movables Registry", "registrar"),
  auditor: member("Plain Audit", "auditor"),
  regulator: member("Finance Bureau", "regulator"),
  custodian: member("Qiandao Harbour Storage", "custodian"),
  otherCustodian: member("Inland Dry Depot", "custodian", "medium"),
} as const satisfies Readonly<Record<string, CastMember>>;

/** Who takes part in tests over the real contracts. */
export type CastName = keyof typeof ledgerCast;
