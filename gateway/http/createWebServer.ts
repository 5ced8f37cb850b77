import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Express } from "express";
import type { GatewayConfig } from "../config/gatewayConfig.ts";

/** Headers of 16 KiB, and a look for slow requests every second. */
const bounds = { maxHeaderSize: 16_384, connectionsCheckingInterval: 1_000 };

/** What decides between HTTP and HTTPS. */
export type WebServerConfig = Pick<
  GatewayConfig,
  "tlsCertFile" | "tlsKeyFile" | "tlsClientCaFile" | "tlsClientCertificates"
>;

/**
 * The server before an application: HTTPS where the configuration has a certificate, which then may ask clients for
 * theirs. Optional client certificates that no known authority issued pass TLS and count for nothing.
 */
export async function createWebServer(app: Express, config: WebServerConfig): Promise<Server> {
  const { tlsCertFile, tlsKeyFile, tlsClientCaFile } = config;
  if (tlsCertFile === undefined || tlsKeyFile === undefined) return createServer(bounds, app);
  const [cert, key] = await Promise.all([readFile(tlsCertFile), readFile(tlsKeyFile)]);
  const clients =
    tlsClientCaFile === undefined
      ? {}
      : {
          ca: await readFile(tlsClientCaFile),
          requestCert: true,
          rejectUnauthorized: config.tlsClientCertificates === "required",
        };
  return createTlsServer({ cert, key, minVersion: "TLSv1.2", ...clients, ...bounds }, app);
}
