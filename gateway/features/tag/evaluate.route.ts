import { evaluateBlinded, TagError } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { MemberBudget } from "../../http/createMemberBudget.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { tagFields } from "./tagFields.ts";

/** This gateway's part in a blind tag: its share's evaluation of elements that it can't look into. */
export function evaluateTagsRoute(
  { database, tags }: Pick<GatewayServices, "database" | "tags">,
  budget: MemberBudget,
): Route {
  return defineRoute({
    method: "post",
    path: "/v1/tags/evaluate",
    operationId: "evaluateTags",
    summary: "Evaluate blinded identities under this gateway's share of a tag key",
    description:
      "RFC 9497, VOPRF mode, ristretto255-SHA512. The proof holds for all elements, under the share's public key. " +
      "Who asked for how many is counted.",
    permission: "member",
    // A repetition gives the same elements again, and is counted again.
    idempotent: false,
    request: {
      body: z.strictObject({
        epoch: tagFields.epoch,
        index: z.int().min(1).max(255).optional().describe("Which share is asked; any by default"),
        elements: tagFields.words,
      }),
    },
    responses: {
      200: {
        description: "The elements times the share, in their order",
        body: z.object({
          epoch: z.int(),
          index: z.int().describe("Which share it is"),
          publicKey: z.string().describe("Compare it with the pinned one"),
          elements: z.array(z.string()),
          proof: z.string().describe("Challenge and response, 32 bytes each"),
        }),
      },
    },
    handler: async ({ body: { epoch, index, elements }, context }) => {
      const { memberId } = context.member();
      const share = tags.shares.find(
        (each) => each.epoch === epoch && each.index === (index ?? each.index),
      );
      if (share === undefined) {
        const which = index === undefined ? "no share" : `not share ${index}`;
        const sentence = `This gateway holds ${which} of the tag key of epoch ${epoch}.`;
        throw new TagError("tag-server-unknown", sentence, { details: { epoch } });
      }
      budget.take(memberId, elements.length);
      const evaluation = evaluateBlinded(share, elements);
      await database.query(
        "INSERT INTO local.tag_evaluation (member_id, epoch, elements) VALUES ($1, $2, $3)",
        [memberId, epoch, elements.length],
      );
      return { status: 200, body: evaluation };
    },
  });
}
