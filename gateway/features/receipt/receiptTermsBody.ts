import { z } from "zod";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import { goodsBody } from "../lot/goodsBody.ts";

const text = z.string().min(1).max(512);
const money = { amountMinor: ledgerFields.amountMinorOrZero, currency: fields.currency };

/**
 * What a receipt says (Civil Code art. 909). What the ledger or this gateway knows already may be left out: quantity,
 * unit and loss standard are never stated twice.
 */
export const receiptTermsBody = z.strictObject({
  depositor: z.strictObject({
    name: text.optional().describe("The depositor's name as this gateway has it by default"),
    address: text,
  }),
  storage: z.strictObject({
    from: fields.civilDate,
    until: fields.civilDate.optional().describe("The lot's last day by default"),
  }),
  fee: z.strictObject({ ...money, per: text.describe("What is paid for: tonne and day") }),
  insurance: z
    .strictObject({ ...money, from: fields.civilDate, until: fields.civilDate, insurer: text })
    .optional(),
  issuer: z.strictObject({
    name: text.optional().describe("The custodian's name as this gateway has it by default"),
    place: text,
    date: fields.civilDate,
  }),
  goods: goodsBody.optional(),
  mark: text.optional(),
  place: text.optional().describe("Address of the location"),
});
