import { z } from "zod";

const account = z.string().regex(/^0x[0-9a-fA-F]{40}$/, "must be an account: 20 bytes in hex");

const plan = z.strictObject({
  /** Administers the AccessManager, each time with 7 days' notice: a multi-signature account. */
  governance: account,
  operator: z.strictObject({
    account,
    party: z.strictObject({ scheme: z.enum(["uscc", "lei", "local"]), id: z.string() }),
    settlementAccount: z.strictObject({ bank: z.string(), number: z.string() }),
    /** 32 bytes in hex, which the operator keeps: only the digests are on the chain. */
    salt: z.string().regex(/^0x[0-9a-fA-F]{64}$/, "must be 32 bytes in hex"),
  }),
  /** keys.json of the tag key's ceremony; tags aren't blind without it. */
  tagKeySetFile: z.string().min(1).optional(),
  /** Seconds that the ledger's civil time is ahead of UTC; 28800 without it. */
  utcOffset: z.number().int().min(-43_200).max(50_400).optional(),
});

export type DeploymentPlan = z.output<typeof plan>;

/** Reads what a ledger is to be deployed with. Throws an Error that names every field that is wrong. */
export function deploymentPlan(file: string, text: string): DeploymentPlan {
  const read = plan.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`${file} is no plan of a deployment. ${issues.join("; ")}.`);
}
