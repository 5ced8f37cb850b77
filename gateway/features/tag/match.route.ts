import { TagError } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { MemberBudget } from "../../http/createMemberBudget.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { matchTags } from "./matchTags.ts";
import { tagFields } from "./tagFields.ts";

/** Whether this gateway's members have loose or near tags that another member has too. */
export function matchTagsRoute(
  { database, config, tags: desk }: Pick<GatewayServices, "database" | "config" | "tags">,
  budget: MemberBudget,
): Route {
  return defineRoute({
    method: "post",
    path: "/v1/tags/match",
    operationId: "matchTags",
    summary: "Ask whether loose or near tags are known here",
    description:
      "Answers match or no match and a case reference, never whose invoice it is. The member that has the tag is warned, " +
      "and who asked is logged. Your own tags don't match.",
    permission: "member",
    request: { body: z.strictObject({ epoch: tagFields.epoch, tags: tagFields.words }) },
    responses: {
      200: {
        description: "One answer a tag, in their order",
        body: z.object({
          items: z.array(
            z.object({
              tag: z.string(),
              match: z.boolean(),
              kind: z.enum(["loose", "near"]).nullable(),
              caseReference: z.string().nullable(),
            }),
          ),
        }),
      },
    },
    handler: async ({ body: { epoch, tags }, context }) => {
      const { memberId: askedBy } = context.member();
      if (!desk.keySets.some((keySet) => keySet.epoch === epoch)) {
        const sentence = `This gateway pins no tag key of epoch ${epoch}.`;
        throw new TagError("tag-server-unknown", sentence, { details: { epoch } });
      }
      budget.take(askedBy, tags.length);
      const { keystorePassphrase } = config;
      const { items, commit } = await matchTags(database, keystorePassphrase, {
        askedBy,
        epoch,
        tags,
      });
      return { status: 200, body: { items }, commit };
    },
  });
}
