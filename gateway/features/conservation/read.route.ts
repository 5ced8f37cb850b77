import { receivables } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { checkReceivable, type Violation } from "./checkReceivable.ts";
import { pinnedLedger } from "./pinnedLedger.ts";

const AT_ONCE = 200;
const MOST_VIOLATIONS = 1_000;

const body = z.object({
  block: z.number().describe("Block after which the ledger was asked"),
  receivables: z.number().describe("How many were checked: all that there are"),
  violations: z.array(
    z.object({
      receivable: z.number(),
      invariant: z.enum(["I1", "I8"]),
      neededMinor: z.string(),
      actualMinor: z.string(),
    }),
  ),
  i1: z.boolean().describe("live + settled + retired = confirmed amount, for every receivable"),
  i8: z.boolean().describe("matched payments = settled legs + what runs still reserve"),
  conserved: z.boolean(),
});

/** Whether value and payments add up, asked of the ledger's own views and not of this gateway's tables. */
export function readConservationRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/conservation",
    operationId: "readConservation",
    summary: "Check on the ledger that no value came or went (I1, I8), for every receivable",
    description: "Asks three views for each receivable; at most 1,000 violations are listed.",
    permission: ["operator", "auditor", "regulator", "legal"],
    responses: { 200: { description: "What was found", body } },
    handler: async () => {
      const block = Number(await services.rpc.send("eth_blockNumber", []));
      const ledger = pinnedLedger(services, block);
      const count = await receivables.getCount(ledger);
      const violations: Violation[] = [];
      for (let first = 1; first <= count; first += AT_ONCE) {
        const length = Math.min(AT_ONCE, count - first + 1);
        const checks = Array.from({ length }, (_, index) => checkReceivable(ledger, first + index));
        violations.push(...(await Promise.all(checks)).flat());
      }
      const holds = (invariant: Violation["invariant"]) =>
        violations.every((violation) => violation.invariant !== invariant);
      const found = { i1: holds("I1"), i8: holds("I8"), conserved: violations.length === 0 };
      const listed = violations.slice(0, MOST_VIOLATIONS);
      return { status: 200, body: { block, receivables: count, violations: listed, ...found } };
    },
  });
}
