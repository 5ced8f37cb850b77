import { createHash, randomBytes } from "node:crypto";

const ID_BYTES = 8;
const SECRET_BYTES = 32;
const form = /^tsk_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** How an API key is written: `tsk_<id>_<secret>`. The id is no secret; scanners find leaked keys by the prefix. */
export const apiKeyText = {
  prefix: "tsk_",

  make(): { readonly keyId: string; readonly text: string; readonly secretDigest: string } {
    const keyId = randomBytes(ID_BYTES).toString("hex");
    const secret = randomBytes(SECRET_BYTES).toString("base64url");
    return { keyId, text: `tsk_${keyId}_${secret}`, secretDigest: digestOf(secret) };
  },

  /** Undefined for a text of another form. */
  parse(text: string): { readonly keyId: string; readonly secretDigest: string } | undefined {
    const [, keyId, secret] = form.exec(text) ?? [];
    if (keyId === undefined || secret === undefined) return undefined;
    return { keyId, secretDigest: digestOf(secret) };
  },
} as const;
