import type { Response } from "express";
import type { GatewayMetrics } from "./gatewayMetrics.ts";

type Needs = Pick<GatewayMetrics, "requests" | "requestsAtWork">;

/** Times an answer under its operation's name; call it when the operation is known. */
export function countRequests(metrics: Needs, operation: string, response: Response): void {
  const end = metrics.requests.startTimer({ operation });
  metrics.requestsAtWork.inc();
  response.once("close", () => {
    end({ status: String(response.statusCode) });
    metrics.requestsAtWork.dec();
  });
}
