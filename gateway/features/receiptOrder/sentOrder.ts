import type { PartySignature } from "@tallystick/sdk";
import { z } from "zod";
import type { Queryable } from "../../database/database.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { found } from "../shared/found.ts";
import { ledgerId } from "../shared/ledgerId.ts";
import { secondsOf } from "../shared/secondsOf.ts";
import type { ReceiptOrderKind } from "./receiptOrderKinds.ts";
import { receiptOrderReadModel } from "./receiptOrderReadModel.ts";
import { signedOrderBody } from "./signedOrderBody.ts";

const byNumber = z.strictObject({
  order: ledgerId.describe("An order that this gateway keeps"),
  actingAccount,
});

/** An order as the custodian sends it. */
export interface SentOrder<Terms> {
  readonly terms: Terms;
  readonly nonce: bigint;
  readonly holder: PartySignature;
}

/** How a custodian names the order that it carries out: by its number here, or all of it. */
export const sentOrder = {
  body: <Shape extends z.ZodRawShape>(terms: z.ZodObject<Shape, z.core.$strict>) =>
    z.union([byNumber, z.strictObject({ order: terms, signed: signedOrderBody, actingAccount })]),

  /** Problem `not-found` for an order of another receipt or kind. */
  async find<Terms>(
    database: Queryable,
    which: { readonly kind: ReceiptOrderKind; readonly receipt: bigint; readonly order: bigint },
    schema: z.ZodType<Terms>,
  ): Promise<SentOrder<Terms>> {
    const row = await receiptOrderReadModel.row(database, which.order);
    const isIts = row.kind === which.kind && row.receipt_id === which.receipt;
    const order = found(
      isIts ? row : undefined,
      `${which.kind} order ${which.order} of this receipt`,
    );
    const { account, signature } = order;
    const deadline = Math.floor(order.deadline.getTime() / 1_000);
    const holder = { account, deadline, epoch: Number(order.epoch), signature };
    return { terms: schema.parse(order.terms), nonce: BigInt(order.nonce), holder };
  },

  stated<Terms>(terms: Terms, signed: z.output<typeof signedOrderBody>): SentOrder<Terms> {
    const { nonce, ...signature } = signed;
    return { terms, nonce, holder: { ...signature, deadline: secondsOf(signature.deadline) } };
  },
} as const;
