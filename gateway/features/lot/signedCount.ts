import { type Count, countTypedData, type PartySignature } from "@tallystick/sdk";
import type { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { epochOf } from "../shared/epochOf.ts";
import { ledgerTime } from "../shared/ledgerTime.ts";
import { secondsOf } from "../shared/secondsOf.ts";
import { signAs } from "../shared/signAs.ts";
import type { recordCountBody } from "./recordCountBody.ts";

/** How long a signature holds that the gateway makes for the request at hand. */
const SIGNATURE_SECONDS = 3_600;

/** A count and its signature: as it came, or made with the signed-in member's own key. */
export async function signedCount(
  services: GatewayServices,
  context: RequestContext,
  lot: number,
  asked: z.output<typeof recordCountBody>,
): Promise<{ readonly count: Count; readonly counter: PartySignature }> {
  const { quantity, takenAt, method, evidence } = asked;
  const base = { lot, quantity, takenAt, method, evidence };
  if (asked.signed !== undefined) {
    const { counter, ...signature } = asked.signed;
    const deadline = secondsOf(signature.deadline);
    return { count: { ...base, counter }, counter: { ...signature, deadline } };
  }
  const { memberId: counter } = context.member();
  const count = { ...base, counter };
  const now = (await ledgerTime(services.database)).getTime() / 1_000;
  const data = countTypedData(sdkDeployment(services.ledger), {
    count,
    deadline: Math.floor(now) + SIGNATURE_SECONDS,
    epoch: await epochOf(services.database, counter),
  });
  const signed = await signAs(services, context, data, asked.actingAccount);
  return { count, counter: { ...signed, deadline: secondsOf(signed.deadline) } };
}
