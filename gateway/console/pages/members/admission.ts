/** What an operator has filled in of a new member. */
export interface Admission {
  readonly name: string;
  readonly nameZh: string;
  readonly scheme: "uscc" | "lei" | "local";
  readonly identity: string;
  readonly roles: readonly string[];
  readonly size: string;
  readonly bank: string;
  readonly number: string;
  readonly guardian: string;
  readonly licence: string;
  readonly account: string;
}

const empty: Admission = {
  name: "",
  nameZh: "",
  scheme: "uscc",
  identity: "",
  roles: ["supplier"],
  size: "small",
  bank: "",
  number: "",
  guardian: "",
  licence: "",
  account: "",
};

const licensed: readonly string[] = ["financier", "settlement-bank"];

/** Admission of a member: the empty form, whether it needs a licence, and the request that it makes. */
export const admission = {
  empty,
  needsLicence: ({ roles }: Admission): boolean => roles.some((role) => licensed.includes(role)),
  /** Undefined while something is missing. */
  body(draft: Admission) {
    const text = (value: string) => value.trim();
    const needed = [draft.name, draft.identity, draft.bank, draft.number];
    if (needed.some((value) => text(value) === "") || draft.roles.length === 0) return undefined;
    return {
      name: text(draft.name),
      ...(text(draft.nameZh) === "" ? {} : { nameZh: text(draft.nameZh) }),
      party: { scheme: draft.scheme, id: text(draft.identity) },
      roles: draft.roles,
      size: draft.size,
      settlementAccount: { bank: text(draft.bank), number: text(draft.number) },
      ...(draft.guardian === "" ? {} : { guardian: Number(draft.guardian) }),
      ...(text(draft.licence) === "" ? {} : { licence: text(draft.licence) }),
      ...(text(draft.account) === "" ? {} : { account: text(draft.account) }),
    };
  },
} as const;
