import type { Logger } from "pino";
import type { SecurityEvent, SecurityLog } from "./securityLog.ts";

const warnings: readonly SecurityEvent["kind"][] = ["proof-refused", "denied"];

/** Security events go to the log, refusals as warnings, and to whoever subscribed. */
export function createSecurityLog(logger: Pick<Logger, "info" | "warn">): SecurityLog {
  const listeners: ((event: SecurityEvent) => void)[] = [];
  return {
    record(event) {
      const level = warnings.includes(event.kind) ? "warn" : "info";
      logger[level]({ security: event }, `security: ${event.kind}`);
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => void listeners.push(listener),
  };
}
