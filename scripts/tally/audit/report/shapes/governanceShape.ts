import { z } from "zod";
import { parts } from "./parts.ts";

const { amount, number, currency, instant } = parts;

const period = { from: instant, until: instant.nullable() };

/** Under which rules, and who could act. */
export const governanceShape = {
  members: z.array(
    z.strictObject({
      member: number,
      /** As the auditor gave it; the ledger holds a salted digest. */
      name: z.string().nullable(),
      roles: z.array(z.string()),
      suspensions: z.array(z.string()),
      identityDigest: z.string(),
      admittedAt: instant,
    }),
  ),
  parameters: z.strictObject({
    versions: z.array(
      z.strictObject({
        version: number,
        appendedAt: instant,
        effectiveFrom: instant,
        inForce: z.boolean(),
        rules: z.record(z.string(), amount),
        changes: z.array(z.strictObject({ name: z.string(), from: amount.nullable(), to: amount })),
      }),
    ),
    limits: z.array(
      z.strictObject({
        kind: z.enum(["ceiling", "limit"]),
        obligor: number,
        currency,
        fromMinor: amount.nullable(),
        toMinor: amount,
        at: instant,
        block: number,
      }),
    ),
    keyEpochs: z.array(z.strictObject({ epoch: number, publicKey: z.string(), at: instant })),
    operations: z.array(
      z.strictObject({
        operation: z.string(),
        target: z.string(),
        selector: z.string(),
        announcedAt: instant,
        dueAt: instant,
        state: z.string(),
        endedAt: instant.nullable(),
      }),
    ),
  }),
  authority: z.strictObject({
    grants: z.array(
      z.strictObject({
        role: z.string(),
        label: z.string(),
        account: z.string(),
        holder: z.string().nullable(),
        delay: number,
        ...period,
      }),
    ),
    roles: z.array(z.strictObject({ member: number, role: z.string(), ...period })),
    accounts: z.array(
      z.strictObject({ member: number, account: z.string(), by: z.string().nullable(), ...period }),
    ),
    suspensions: z.array(z.strictObject({ member: number, reason: z.string(), ...period })),
    guardians: z.array(z.strictObject({ member: number, guardian: number, ...period })),
    recoveries: z.array(
      z.strictObject({
        member: number,
        event: z.string(),
        account: z.string().nullable(),
        by: z.string().nullable(),
        at: instant,
      }),
    ),
  }),
};
