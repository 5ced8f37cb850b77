import {
  type EarlyPaymentTerms,
  earlyPaymentTypedData,
  type PartySignature,
  randomNonce,
  signTypedMessage,
} from "@tallystick/sdk";
import type { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import type { ProposalParties } from "../proposal/proposalParties.ts";
import type { proposalFields } from "./proposalFields.ts";

/** What a request proposes. */
export type ProposedPayment = z.output<z.ZodObject<typeof proposalFields>>;

/** Completes the terms and signs them with the proposer's key. The signature holds as long as the offer does. */
export async function signEarlyPayment(
  services: Pick<GatewayServices, "keystore" | "ledger">,
  context: RequestContext,
  { obligor, holder, epoch }: ProposalParties,
  asked: ProposedPayment,
): Promise<{ readonly terms: EarlyPaymentTerms; readonly signed: PartySignature }> {
  const { certificate, faceMinor: face, paidMinor: paid, bank, expiresAt } = asked;
  const nonces = { obligorNonce: randomNonce(), holderNonce: randomNonce() };
  const terms = { certificate, obligor, holder, face, paid, bank, expiresAt, ...nonces };
  const { memberId, account } = context.member();
  const signer = await services.keystore.signerFor(memberId, account);
  const asSigned = { terms, deadline: expiresAt, epoch };
  const data = earlyPaymentTypedData(sdkDeployment(services.ledger), asSigned);
  return { terms, signed: await signTypedMessage(signer, data) };
}
