import { createHmac } from "node:crypto";

/**
 * Value of `tallystick-signature`: `v1=` and the hexadecimal HMAC-SHA256 of `timestamp.body`, one for each secret that is
 * valid, separated by commas. The key is the secret as it was shown, in UTF-8; the timestamp is in seconds.
 */
export function webhookSignature(
  secrets: readonly string[],
  timestamp: number,
  body: string,
): string {
  return secrets
    .map((secret) => createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex"))
    .map((signature) => `v1=${signature}`)
    .join(",");
}
