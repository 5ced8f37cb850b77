import { createHash, createHmac } from "node:crypto";

/** Tokens of share links: whoever has one may look; the database knows only its digest. */
export const shareToken = {
  /** The same for the same request, so that a repeated one gets the link that it already has. */
  of(passphrase: string, ref: string): string {
    return createHmac("sha256", passphrase).update(`share link ${ref}`).digest("base64url");
  },

  digest(token: string): string {
    return createHash("sha256").update(token).digest("hex");
  },
} as const;
