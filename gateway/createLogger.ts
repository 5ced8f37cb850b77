import { type DestinationStream, type Logger, pino } from "pino";
import type { GatewayConfig } from "./config/gatewayConfig.ts";

/** Structured logs on standard error. What could be a secret is removed even when a log line holds it by mistake. */
export function createLogger(
  level: GatewayConfig["logLevel"],
  to: DestinationStream = pino.destination({ dest: 2, sync: false }),
): Logger {
  const secrets = [
    "authorization",
    "cookie",
    "token",
    "privateKey",
    "passphrase",
    "raw",
    "encrypted",
  ];
  const redact = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const timestamp = pino.stdTimeFunctions.isoTime;
  return pino({ level, redact, timestamp, base: null }, to);
}
