import { payments } from "@tallystick/sdk";
import { ZeroHash } from "ethers";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { createReferenceBook } from "../reference/createReferenceBook.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { outcomeFields } from "./outcomeFields.ts";

const body = z.strictObject({
  ...outcomeFields,
  instruction: ledgerFields.id.optional().describe("Absent: the payment names none"),
  amountMinor: ledgerFields.amountMinor,
  currency: fields.currency,
  payerAccount: fields.digest.describe("Salted digest of the account that paid"),
  payeeAccount: fields.digest.default(ZeroHash).describe("Of the one that was credited"),
});

/** A whole attestation in the bank's own words, above all for money that names no instruction. */
export function createAttestationRoute(services: GatewayServices): Route {
  const record = createReferenceBook(services.database);
  return defineRoute({
    method: "post",
    path: "/v1/attestations",
    operationId: "createAttestation",
    summary: "Attest a payment in full; one that fits no open instruction is recorded as unmatched",
    permission: "settlement-bank",
    request: { body },
    responses: {
      201: {
        description: "Recorded",
        body: z.object({
          ...writtenBody.shape,
          instruction: z.string(),
          unmatched: z.string().nullable(),
        }),
      },
    },
    amountOf: ({ body: { currency, amountMinor } }) => ({ amounts: [{ currency, amountMinor }] }),
    handler: async ({ body: stated, context }) => {
      const { amountMinor, bankReference, valueDate, instruction = 0n, ...same } = stated;
      const attestation = {
        ...same,
        instruction,
        bank: context.member().memberId,
        amount: amountMinor,
        bankReference: bankReference.digest,
        valueDay: valueDate,
      };
      const ledger = createRequestLedger(services, context);
      const { ref } = context.write();
      const {
        transactionHash,
        blockNumber,
        unmatched = null,
      } = await payments.attest(ledger, {
        attestation,
        ref,
      });
      await record([bankReference]);
      return {
        status: 201,
        body: { transactionHash, blockNumber, instruction, unmatched },
      };
    },
  });
}
