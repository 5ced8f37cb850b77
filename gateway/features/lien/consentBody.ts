import { nonceField } from "../shared/nonceField.ts";
import { signatureBody } from "../shared/signatureBody.ts";

/** A party's signature in another one's transaction, with the nonce that it signed. */
export const consentBody = signatureBody.extend({ nonce: nonceField });
