import { nonceField } from "../shared/nonceField.ts";
import { signatureBody } from "../shared/signatureBody.ts";

/** The holder's signature of an order with its nonce: orders have nonces of their own. */
export const signedOrderBody = signatureBody.extend({ nonce: nonceField });
