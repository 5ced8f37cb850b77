import { acceptances, receipts } from "@tallystick/sdk";

/** What circulates and may be accepted beforehand, and how its routes are called. */
export const standingTokens = {
  certificates: {
    path: "/v1/standing-acceptances",
    set: {
      operationId: "setStandingAcceptance",
      summary: "Take every pass of a member until a moment; one in the past ends it",
    },
    list: {
      operationId: "listStandingAcceptances",
      summary: "Whose passes you take without being asked, or who takes yours",
    },
    write: acceptances.setStanding,
  },
  receipts: {
    path: "/v1/receipt-standing-acceptances",
    set: {
      operationId: "setReceiptStandingAcceptance",
      summary: "Take every receipt that a member passes, until a moment; one in the past ends it",
    },
    list: {
      operationId: "listReceiptStandingAcceptances",
      summary: "Whose receipts you take without being asked, or who takes yours",
    },
    write: receipts.setStandingAcceptance,
  },
} as const;
