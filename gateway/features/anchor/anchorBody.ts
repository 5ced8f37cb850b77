import { anchorKinds } from "@tallystick/sdk";
import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** An anchor: a digest or Merkle root of documents that stay with the member. */
export const anchorBody = z.object({
  root: z.string(),
  member: memberRefBody,
  kind: z.enum(anchorKinds),
  subject: z.string().describe("What the documents are about: an id or a digest; zero for nothing"),
  count: z.int().describe("How many documents the member states that it covers"),
  state: z.enum(["current", "superseded", "withdrawn"]),
  supersedes: z.string().nullable().describe("The root whose place it took"),
  supersededBy: z.string().nullable(),
  reasonDigest: z.string().nullable().describe("Digest of the reason, once withdrawn"),
  anchoredAt: z.string(),
  endedAt: z.string().nullable(),
});
