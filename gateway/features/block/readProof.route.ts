import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

const bytes = z.string().regex(/^0x([0-9a-f]{2})*$/);
const hash = z.string().regex(/^0x[0-9a-f]{64}$/);

const body = z.object({
  kind: z.literal("warp"),
  networkId: z.int(),
  blockchainId: hash,
  block: z.int(),
  hash,
  headers: z
    .array(bytes)
    .describe("RLP of the block's header and of those after it, to the one that is signed for"),
  signatures: z
    .array(z.object({ block: z.int(), message: bytes }))
    .describe("What a quorum of the validators signed, in the engine's own form"),
});

const description =
  "Checked with the validators' pinned keys alone, which the answer leaves out: take them from elsewhere. Blocks are proved soon " +
  "after they are made, those with events of the ledger and those between them.";

/** What proves a block to who has the validators' keys. A header tells nothing that its reader could not know. */
export function readBlockProofRoute({ proofs }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/blocks/:number/proof",
    operationId: "readBlockProof",
    summary: "What validators signed about a block, or about a later one that descends from it",
    description,
    permission: "member",
    live: true,
    request: {
      params: z.object({
        number: z.coerce
          .number()
          .int()
          .min(0)
          .max(2 ** 48),
      }),
    },
    responses: { 200: { description: "The proof", body } },
    handler: async ({ params: { number } }) => {
      if (proofs === undefined) {
        throw new ProblemError("not-found", "This gateway keeps no proofs of blocks.");
      }
      const proof = await proofs.proofOf(number);
      if (proof === undefined) {
        throw new ProblemError("not-found", `There is no proof of block ${number}, or not yet.`);
      }
      const { networkId, blockchainId } = proofs.trust;
      const signatures = [{ block: proof.signedBlock, message: proof.signedMessage }];
      const chain = { kind: "warp" as const, networkId, blockchainId };
      const { hash: its, headers } = proof;
      return { status: 200, body: { ...chain, block: number, hash: its, headers, signatures } };
    },
  });
}
