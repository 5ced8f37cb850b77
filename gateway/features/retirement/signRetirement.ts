import { randomNonce, retirementTypedData, signTypedMessage } from "@tallystick/sdk";
import type { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import type { SignedTerms } from "../proposal/newProposals.ts";
import type { ProposalParties } from "../proposal/proposalParties.ts";
import { ledgerTime } from "../shared/ledgerTime.ts";
import { billTags } from "./billTags.ts";
import type { retirementFields } from "./retirementFields.ts";

const WITHIN_SECONDS = 7 * 86_400;

/** What a request proposes. */
export type ProposedRetirement = z.output<typeof retirementFields>;

/** Completes the terms, the bill's tag among them, and signs them with the proposer's key. */
export async function signRetirement(
  services: Pick<GatewayServices, "database" | "keystore" | "ledger" | "tags" | "tagSources">,
  context: RequestContext,
  { obligor, holder, epoch }: ProposalParties,
  asked: ProposedRetirement,
): Promise<SignedTerms> {
  const { certificate, valueMinor: value, billNumber, from, to, expiresAt } = asked;
  const now = await ledgerTime(services.database);
  const deadline = expiresAt ?? Math.floor(now.getTime() / 1000) + WITHIN_SECONDS;
  const bill = await billTags(services, billNumber);
  const nonces = { obligorNonce: randomNonce(), holderNonce: randomNonce() };
  const terms = { certificate, obligor, holder, value, ...bill, from, to, ...nonces };
  const { memberId, account } = context.member();
  const signer = await services.keystore.signerFor(memberId, account);
  const data = retirementTypedData(sdkDeployment(services.ledger), { terms, deadline, epoch });
  return { terms: { ...terms, billNumber }, signed: await signTypedMessage(signer, data) };
}
