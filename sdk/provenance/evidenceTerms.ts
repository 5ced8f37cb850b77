import { z } from "zod";
import type { ReceivableTerms } from "../terms/terms.ts";
import { feeKinds } from "../vocabulary/feeKinds.ts";

const member = z.int().nonnegative().max(0xffff_ffff);
const bytes32 = z.string().regex(/^0x[0-9a-f]{64}$/);
const day = z.iso.date();
/** Minor units, as JSON writes them: a decimal string without leading zeros. */
const amount = z.codec(
  z
    .string()
    .regex(/^(0|[1-9][0-9]*)$/)
    .max(22),
  z.bigint(),
  { decode: (text) => BigInt(text), encode: (value) => value.toString() },
);

/** Every term of a receivable as a bundle writes it. `encode` and `decode` turn it into `ReceivableTerms` and back. */
export const evidenceTerms = z.strictObject({
  obligor: member,
  creditor: member,
  amount,
  currency: z.string().regex(/^[A-Z]{3}$/),
  deliveryDay: day,
  contractDueDay: day,
  dueDay: day,
  documentRoot: bytes32,
  defenceWaiver: z.boolean(),
  noticeByLedger: z.boolean(),
  longTermReason: bytes32,
  obligorInterestShare: z.int().nonnegative().max(10_000),
  epoch: member,
  invoices: z.array(z.strictObject({ tag: bytes32, face: amount, used: amount })).max(1_000),
  earlier: z.array(z.strictObject({ epoch: member, tags: z.array(bytes32).max(1_000) })).max(100),
  fees: z.array(z.strictObject({ kind: z.enum(feeKinds), payer: member, amount })).max(1_000),
  salt: bytes32,
}) satisfies z.ZodType<ReceivableTerms>;
