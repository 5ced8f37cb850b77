import type { Logger } from "pino";
import type { SecurityEvent, SecurityLog } from "./securityLog.ts";

/** That nobody is signed in is how every visit to the console begins; that somebody may not is worth a look. */
function levelOf({ kind, person }: SecurityEvent): "debug" | "info" | "warn" {
  if (kind === "proof-refused") return "warn";
  if (kind !== "denied") return "info";
  return person === undefined ? "debug" : "warn";
}

/** Security events go to the log, refusals as warnings, and to whoever subscribed. */
export function createSecurityLog(logger: Pick<Logger, "debug" | "info" | "warn">): SecurityLog {
  const listeners: ((event: SecurityEvent) => void)[] = [];
  return {
    record(event) {
      logger[levelOf(event)]({ security: event }, `security: ${event.kind}`);
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => void listeners.push(listener),
  };
}
