import { z } from "zod";
import type { Identity } from "../../auth/identity.ts";
import { isOverseer } from "../../auth/isOverseer.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { defineList } from "../shared/list/defineList.ts";
import { listFilters } from "../shared/list/listFilters.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import type { Condition } from "../shared/whereAll.ts";
import { certificateBody } from "./certificateBody.ts";
import type { CertificateRow } from "./certificateRow.ts";
import { showCertificate } from "./showCertificate.ts";

const who = z.union([z.enum(["me", "any"]), fields.memberId]);
const filters = {
  holder: who.default("me").describe("Whose: me, a member's number, or any"),
  obligor: who.default("any"),
  receivable: fields.memberId.optional().describe("Of one receivable"),
  state: z.enum(["live", "spent"]).optional(),
  ...listFilters.money,
  ...listFilters.due,
};

const source = {
  columns: "*",
  from: "projected.certificate",
  id: { sql: "certificate_id", type: "int8" },
  sorts: {
    dueDate: { sql: "due_date", type: "date" },
    valueMinor: { sql: "value_minor", type: "numeric" },
  },
} as const;

function idOf(asked: z.output<typeof who>, { memberId }: Identity): number | undefined {
  if (asked === "any") return undefined;
  return asked === "me" ? memberId : asked;
}

/** Holders see what they hold, obligors what they owe, and who oversees sees all. */
function checkAsked(identity: Identity, holder?: number, obligor?: number): void {
  if (isOverseer(identity)) return;
  if (holder === identity.memberId || obligor === identity.memberId) return;
  throw new ProblemError("not-permitted", "Ask for certificates that you hold or that you owe.");
}

function stateCondition(state: "live" | "spent" | undefined): Condition {
  // The partial index over live certificates is used where the condition is spelled as the index is.
  return [`value_minor ${state === "spent" ? "= 0" : "> 0"} AND ?::text IS NOT NULL`, state];
}

/** Certificates, newest first unless asked otherwise. */
export function listCertificatesRoute(services: GatewayServices): Route {
  return defineList<CertificateRow, typeof filters>(services, {
    path: "/v1/certificates",
    operationId: "listCertificates",
    summary: "Certificates that you hold, or that you owe",
    noun: "certificates",
    item: certificateBody,
    source,
    idName: "certificate",
    defaultSort: "-certificate",
    filters,
    conditions: ({ holder: whose, obligor: owedBy, receivable, state, ...asked }, identity) => {
      const holder = idOf(whose, identity);
      const obligor = idOf(owedBy, identity);
      checkAsked(identity, holder, obligor);
      return [
        ["holder = ?", holder],
        ["obligor = ?", obligor],
        ["receivable_id = ?", receivable],
        stateCondition(state),
        ...listFilters.conditions("value_minor", asked),
      ];
    },
    show: async (rows) => {
      const members = rows.flatMap((row) => [row.holder, row.obligor]);
      const refOf = await memberRefs(services.database, members);
      return rows.map((row) => showCertificate(row, refOf));
    },
  });
}
