import { EvidenceError, evidenceText, exportEvidence } from "@tallystick/sdk";
import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { certificateParams } from "./certificateParams.ts";

const body = z
  .looseObject({
    format: z.literal("tallystick-evidence"),
    version: z.literal(1),
    certificate: z.string(),
    block: z.int(),
  })
  .describe(
    "A bundle, which `tally evidence verify` and the console's page check without this gateway",
  );

const query = z.object({
  block: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .describe("As of the end of this block, for which somebody may have signed a checkpoint"),
});

/** A file that proves the certificate's provenance to anybody, also to who is no member. For its parties alone. */
export function exportEvidenceRoute({ database, rpc, ledger, proofs }: GatewayServices): Route {
  const source = {
    request: ({ method, params }: { method: string; params: readonly unknown[] }) =>
      rpc.send(method, [...params]),
  };
  return defineRoute({
    method: "get",
    path: "/v1/certificates/:certificate/evidence",
    operationId: "exportEvidence",
    summary: "A file that proves where a certificate comes from, to anybody and without a network",
    permission: policies(database).own("certificate"),
    // All of it is read from the chain, as of one block, and takes longer than blocks do.
    live: true,
    request: { params: certificateParams, query },
    responses: { 200: { description: "The bundle", body } },
    handler: async ({ params: { certificate }, query, context }) => {
      const { block = context.block } = query;
      if (block > context.block) {
        throw new ProblemError("not-found", `There is no block ${block} yet.`);
      }
      try {
        const asked = { deployment: sdkDeployment(ledger), certificate, block };
        const signedMessageOf = proofs?.asker();
        const { bundle } = await exportEvidence(source, { ...asked, signedMessageOf });
        // Canonical JSON keeps its order of fields, so the answer's bytes are the file's.
        return { status: 200, body: JSON.parse(evidenceText.write(bundle)) };
      } catch (error) {
        if (!(error instanceof EvidenceError)) throw error;
        const code =
          error.code === "evidence-not-exported" ? "ledger-unreachable" : "unprocessable";
        throw new ProblemError(code, error.message);
      }
    },
  });
}
