import { formatRfc3339, signTypedMessage, type TypedData } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";

/** Signs with the signed-in member's own key, which the gateway holds; the answer is what `signatureBody` takes. */
export async function signAs(
  { keystore }: Pick<GatewayServices, "keystore">,
  context: RequestContext,
  data: TypedData,
  account?: string,
) {
  const { memberId, account: primary } = context.member();
  const signer = await keystore.signerFor(memberId, account ?? primary);
  const { deadline, ...signed } = await signTypedMessage(signer, data);
  return { ...signed, deadline: formatRfc3339(deadline) };
}
