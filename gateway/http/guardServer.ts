import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { GatewayConfig } from "../config/gatewayConfig.ts";

const PROBLEM = "application/problem+json; charset=utf-8";
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const IDLE_MS = 65_000;

/** What node's own parser refuses before any handler sees it. */
const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const codes: Readonly<Record<number, string>> = {
  400: "invalid-request",
  408: "request-timeout",
  413: "body-too-large",
  417: "expectation-failed",
  431: "headers-too-large",
};

function problemOf(status: number): { readonly title: string; readonly body: string } {
  const title = STATUS_CODES[status] ?? "Bad Request";
  const code = codes[status] ?? "invalid-request";
  const instance = `urn:uuid:${randomUUID()}`;
  const type = `urn:tallystick:problem:${code}`;
  return { title, body: JSON.stringify({ type, title, status, detail: title, code, instance }) };
}

function refuse(socket: Socket, status: number): void {
  const { title, body } = problemOf(status);
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: ${PROBLEM}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/** Bounds what one connection may cost: how long its headers and bodies take, and how many there are. */
export function guardServer(
  server: Server,
  config: Pick<GatewayConfig, "maximumConnections">,
): void {
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  // Longer than load balancers keep theirs, so that they are the ones who close.
  server.keepAliveTimeout = IDLE_MS;
  server.maxHeadersCount = 100;
  server.maxConnections = config.maximumConnections;
  server.on("checkExpectation", (_request, response) => {
    response.writeHead(417, { "content-type": PROBLEM, connection: "close" });
    response.end(problemOf(417).body);
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    refuse(socket, statuses[error.code ?? ""] ?? 400);
  });
}
