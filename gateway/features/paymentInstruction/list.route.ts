import { instructionStates } from "@tallystick/sdk";
import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { defineList } from "../shared/list/defineList.ts";
import { listFilters } from "../shared/list/listFilters.ts";
import { instructionBody } from "./instructionBody.ts";
import { instructionReadModel } from "./instructionReadModel.ts";
import { instructionSql } from "./instructionSql.ts";
import type { InstructionRow } from "./showInstruction.ts";

const filters = {
  role: z.enum(["payer", "payee", "bank"]).optional(),
  state: z.enum(instructionStates).optional(),
  counterparty: listFilters.counterparty,
  issuedFrom: fields.civilDate.optional().describe("First day of issue, in UTC"),
  issuedTo: fields.civilDate.optional().describe("Last day of issue, in UTC"),
  ...listFilters.money,
};

const source = {
  columns: "instruction.*",
  from: `(${instructionSql}) AS instruction`,
  id: { sql: "instruction_id", type: "int8" },
  sorts: {
    amountMinor: { sql: "amount_minor", type: "numeric" },
    expiresAt: { sql: "expires_at", type: "timestamptz" },
  },
} as const;

const parties = "payer = ? OR payee = ? OR bank = ?";

/** Instructions that the member pays, is paid by, or executes. */
export function listPaymentInstructionsRoute(services: GatewayServices): Route {
  const instructions = instructionReadModel(services.database);
  return defineList<InstructionRow, typeof filters>(services, {
    path: "/v1/payment-instructions",
    operationId: "listPaymentInstructions",
    summary: "Payment instructions, newest first unless asked otherwise",
    description:
      "Without a role: every one that names you; members that oversee by their office get all.",
    noun: "payment-instructions",
    item: instructionBody,
    source,
    idName: "instruction",
    defaultSort: "-instruction",
    filters,
    conditions: ({ role, state, counterparty, issuedFrom, issuedTo, ...asked }, identity) => {
      const all = role === undefined && isOverseer(identity);
      return [
        [role === undefined ? parties : `${role} = ?`, all ? undefined : identity.memberId],
        ["state = ?", state],
        ["?::int8 IN (payer, payee, bank)", counterparty],
        ["issued_at >= ?::date", issuedFrom],
        ["issued_at < ?::date + 1", issuedTo],
        ...listFilters.conditions("amount_minor", asked),
      ];
    },
    show: (rows, { memberId }) => instructions.answer(rows, memberId),
  });
}
