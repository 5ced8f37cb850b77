import { WebhookError } from "../errors/WebhookError.ts";
import type { WebhookDelivery, WebhookEvent } from "./webhookDelivery.ts";

export type VerifyWebhookParameters = {
  /** The body as it arrived, before anybody parsed it. */
  body: string | Uint8Array;
  /** Headers of the request, as fetch has them or as Node's `request.headers`. */
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The subscription's secrets: the present one, and others that may still be in use. */
  secrets: readonly string[];
  /** Seconds that the timestamp may be off; whoever recorded a POST can't repeat it later. */
  toleranceSeconds?: number;
  /** Seconds since 1970 instead of this machine's clock. */
  now?: number;
};

const DEFAULT_TOLERANCE_SECONDS = 300;

function headerOf(headers: VerifyWebhookParameters["headers"], name: string): string {
  const given = headers instanceof Headers ? headers.get(name) : headers[name];
  const value = typeof given === "string" ? given : given?.[0];
  if (value === undefined || value === "") {
    throw new WebhookError("webhook-header-missing", `The header ${name} is missing.`, {
      details: { header: name },
    });
  }
  return value;
}

function checkTimestamp(timestamp: string, now: number, tolerance: number): void {
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (Math.abs(now - seconds) <= tolerance) return;
  throw new WebhookError(
    "webhook-timestamp-outside",
    `The timestamp ${timestamp} is more than ${tolerance} seconds off.`,
    { details: { timestamp, tolerance } },
  );
}

function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[0-9a-f]{64}$/.test(hex)) return undefined;
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

// WebCrypto compares in constant time.
async function isSignedWith(
  secret: string,
  signed: Uint8Array<ArrayBuffer>,
  signatures: readonly Uint8Array<ArrayBuffer>[],
): Promise<boolean> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const bytes = new TextEncoder().encode(secret);
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["verify"]);
  const found = await Promise.all(
    signatures.map((signature) => crypto.subtle.verify("HMAC", key, signature, signed)),
  );
  return found.includes(true);
}

function signedBytes(timestamp: string, body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const head = encoder.encode(`${timestamp}.`);
  const tail = typeof body === "string" ? encoder.encode(body) : body;
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes;
}

function isEvent(value: unknown): value is WebhookEvent {
  if (typeof value !== "object" || value === null) return false;
  return "id" in value && typeof value.id === "string" && "type" in value;
}

function parse(body: string | Uint8Array): WebhookDelivery {
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  try {
    const { subscription, events } = JSON.parse(text) as Record<string, unknown>;
    const isDelivery = typeof subscription === "string" && Array.isArray(events);
    if (isDelivery && events.every(isEvent)) return { subscription, events };
  } catch {
    // Told below.
  }
  throw new WebhookError("webhook-body-invalid", "The body is signed and is no delivery.");
}

/**
 * Checks that a POST was made by the gateway, recently, and answers what it tells. Events arrive at least once and in
 * order: skip those whose `type` and `id` you have.
 *
 * @throws WebhookError `webhook-header-missing`, `webhook-timestamp-outside`, `webhook-signature-wrong`,
 * `webhook-secret-missing` or `webhook-body-invalid`.
 *
 * @example
 * import { verifyWebhook } from "@tallystick/sdk";
 *
 * const delivery = await verifyWebhook({
 *   body: '{"subscription":"s-1","events":[{"id":"s-1.ping-0","type":"ping"}]}',
 *   headers: {
 *     "tallystick-timestamp": "1800000000",
 *     "tallystick-signature": "v1=88b11e843ac8e756bc6649a1276289f77d415941ab3abeeac654bf79c379ac10",
 *   },
 *   secrets: ["whsec_example"],
 *   now: 1_800_000_010,
 * });
 * delivery.events.map((event) => event.type) // => ["ping"]
 */
export async function verifyWebhook(parameters: VerifyWebhookParameters): Promise<WebhookDelivery> {
  const { body, headers, secrets, now = Date.now() / 1_000 } = parameters;
  const { toleranceSeconds = DEFAULT_TOLERANCE_SECONDS } = parameters;
  // An empty key would verify what anybody can sign.
  if (secrets.length === 0 || secrets.includes("")) {
    throw new WebhookError("webhook-secret-missing", "A secret is needed to verify with.");
  }
  const timestamp = headerOf(headers, "tallystick-timestamp");
  checkTimestamp(timestamp, now, toleranceSeconds);
  const signatures = headerOf(headers, "tallystick-signature")
    .split(",")
    .map((part) => bytesOfHex(part.trim().replace(/^v1=/, "")))
    .filter((signature) => signature !== undefined);
  const signed = signedBytes(timestamp, body);
  const found = await Promise.all(
    secrets.map((secret) => isSignedWith(secret, signed, signatures)),
  );
  if (found.includes(true)) return parse(body);
  throw new WebhookError("webhook-signature-wrong", "No signature was made with a known secret.");
}
