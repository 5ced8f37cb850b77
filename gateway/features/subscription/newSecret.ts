import { randomBytes } from "node:crypto";

const SECRET_BYTES = 32;

/** A fresh secret to sign webhooks with. */
export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString("base64url")}`;
}
