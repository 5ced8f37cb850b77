import { positionFlags } from "@tallystick/sdk";
import { z } from "zod";
import type { Identity } from "../../auth/identity.ts";
import { isOverseer } from "../../auth/isOverseer.ts";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { certificateBody } from "./certificateBody.ts";
import { certificateParams } from "./certificateParams.ts";
import { certificateReadModel } from "./certificateReadModel.ts";
import type { CertificateRow } from "./certificateRow.ts";
import { endorsementsOf } from "./endorsementsOf.ts";
import { treeOf } from "./treeOf.ts";

const nodeBody = certificateBody
  .pick({ certificate: true, parent: true, valueMinor: true, mintedMinor: true, tier: true })
  .extend(certificateBody.pick({ state: true, flags: true, cause: true }).shape)
  .extend({
    holder: memberRefBody.nullable().describe("Null where it isn't the caller's business"),
  });

const body = z.object({
  nodes: z.array(nodeBody),
  currency: z.string(),
  truncated: z.boolean().describe("Whether there are more certificates than are shown"),
});

function seesAll(identity: Identity, row: CertificateRow): boolean {
  return BigInt(identity.memberId) === row.obligor || isOverseer(identity);
}

/** The tree of a certificate's receivable: all of it, or the caller's part with the names that it knows already. */
export function readCertificateTreeRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/certificates/:certificate/tree",
    operationId: "readCertificateTree",
    summary: "The tree of certificates that this one belongs to, as far as you may see it",
    permission: policies(database).read("certificate"),
    request: { params: certificateParams },
    responses: { 200: { description: "Nodes in ascending order of certificates", body } },
    handler: async ({ params: { certificate }, context }) => {
      const identity = context.member();
      const me = BigInt(identity.memberId);
      const own = await certificateReadModel.row(database, certificate);
      const all = seesAll(identity, own);
      const { rows, truncated } = all
        ? await treeOf.receivable(database, own.receivable_id)
        : await treeOf.member(database, own, identity.memberId);
      const path = all ? [] : await endorsementsOf(database, certificate);
      const named = new Set(path.map((row) => row.certificate_id));
      const refOf = await memberRefs(
        database,
        rows.map((row) => row.holder),
      );
      const isNamed = (row: CertificateRow) =>
        all || named.has(row.certificate_id) || row.holder === me || row.passed_by === me;
      const nodes = rows.map((row) => ({
        certificate: row.certificate_id,
        parent: row.parent_id,
        holder: isNamed(row) ? refOf(row.holder) : null,
        valueMinor: row.value_minor,
        mintedMinor: row.minted_minor,
        tier: row.tier,
        state: row.value_minor > 0n ? "live" : "spent",
        flags: positionFlags.filter((flag) => row[flag]),
        cause: row.cause,
      }));
      return { status: 200, body: { nodes, currency: own.currency, truncated } };
    },
  });
}
