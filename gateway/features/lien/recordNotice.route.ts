import { liens } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { lienWrite } from "./lienWrite.ts";

/** The secured party records when a notice of the lien reached who owes what is pledged. */
export function recordLienNoticeRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "notices",
    operationId: "recordLienNotice",
    summary: "Record when a notice of the lien reached who owes what is pledged",
    permission: "financier",
    body: {
      noticedAt: ledgerFields.seconds.describe("When it arrived, RFC 3339"),
      evidence: fields.digest.describe("Digest of the proof"),
    },
    write: (ledger, call, notice) => liens.recordNotice(ledger, { ...call, ...notice }),
  });
}
