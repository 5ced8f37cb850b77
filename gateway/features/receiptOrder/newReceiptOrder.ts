import { randomNonce, type TypedData } from "@tallystick/sdk";
import type { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";
import { plainJson } from "../../json/plainJson.ts";
import { receiptReadModel } from "../receipt/receiptReadModel.ts";
import { epochOf } from "../shared/epochOf.ts";
import { ledgerTime } from "../shared/ledgerTime.ts";
import { secondsOf } from "../shared/secondsOf.ts";
import { signAs } from "../shared/signAs.ts";
import type { ReceiptOrderKind } from "./receiptOrderKinds.ts";
import type { ReceiptOrderRow } from "./receiptOrderRow.ts";
import type { signedOrderBody } from "./signedOrderBody.ts";

const HOLDS_FOR_SECONDS = 7 * 86_400;

/** What a holder asks for. */
export interface AskedOrder {
  readonly kind: ReceiptOrderKind;
  readonly receipt: bigint;
  readonly terms: Readonly<Record<string, unknown>>;
  readonly deadline?: string | undefined;
  readonly signed?: z.output<typeof signedOrderBody> | undefined;
  readonly actingAccount?: string | undefined;
  /** The message that the holder signs. */
  message(until: { nonce: bigint; deadline: number; epoch: number }): TypedData;
}

async function nextNumber({ database }: GatewayServices): Promise<bigint> {
  const [row] = await database.query<{ order: bigint }>(
    `SELECT nextval('local.receipt_order_number') AS "order"`,
  );
  return row?.order ?? 0n;
}

/** The signature as it came, or made with the holder's own key. */
async function signature(services: GatewayServices, context: RequestContext, asked: AskedOrder) {
  if (asked.signed !== undefined) return asked.signed;
  const { database } = services;
  const now = Math.floor((await ledgerTime(database)).getTime() / 1_000);
  const nonce = randomNonce();
  const deadline =
    asked.deadline === undefined ? now + HOLDS_FOR_SECONDS : secondsOf(asked.deadline);
  const epoch = await epochOf(database, context.member().memberId);
  const data = asked.message({ nonce, deadline, epoch });
  return { ...(await signAs(services, context, data, asked.actingAccount)), nonce };
}

/**
 * A holder's order as a row that is still to be kept. Problem `not-permitted` for a receipt that somebody else holds;
 * whether the order can be carried out, the ledger says when the custodian sends it.
 */
export async function newReceiptOrder(
  services: GatewayServices,
  context: RequestContext,
  asked: AskedOrder,
): Promise<ReceiptOrderRow> {
  const { memberId } = context.member();
  const receipt = await receiptReadModel.row(services.database, asked.receipt);
  if (receipt.holder !== BigInt(memberId)) {
    const sentence = `Only the holder of receipt ${asked.receipt} orders this.`;
    throw new ProblemError("not-permitted", sentence);
  }
  const { nonce, ...signed } = await signature(services, context, asked);
  return {
    order_id: await nextNumber(services),
    kind: asked.kind,
    receipt_id: asked.receipt,
    lot_id: receipt.lot_id,
    unit: receipt.unit,
    holder: receipt.holder,
    custodian: receipt.custodian,
    terms: JSON.parse(plainJson(asked.terms)),
    nonce: nonce.toString(),
    account: signed.account,
    epoch: BigInt(signed.epoch),
    deadline: new Date(secondsOf(signed.deadline) * 1_000),
    signature: signed.signature,
    ordered_at: await ledgerTime(services.database),
    status: "open",
    ended_by: null,
  };
}
