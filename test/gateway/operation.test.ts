import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { text as read } from "node:stream/consumers";
import { expect } from "chai";
import express from "express";
import { collectDefaultMetrics } from "prom-client";
import { createWebServer } from "../../gateway/http/createWebServer.ts";
import { guardServer } from "../../gateway/http/guardServer.ts";
import { serveMetrics } from "../../gateway/metrics/serveMetrics.ts";
import { client } from "./helpers/client.ts";
import { type NotebookStack, notebookStack } from "./helpers/notebookStack.ts";
import { signIn } from "./helpers/signIn.ts";

const root = join(import.meta.dirname, "..", "..");

/** Names of the gateway's and the process's metrics in a file, without the suffixes of a histogram. */
function metricsIn(file: string): Set<string> {
  const text = readFileSync(join(root, file), "utf8");
  const names = text.match(/\b(tallystick|process|nodejs)_[a-z0-9_]+/g) ?? [];
  return new Set(names.map((name) => name.replace(/_(bucket|count|sum)$/, "")));
}

describe("The operation of a gateway", function () {
  this.timeout(120_000);
  let stack: NotebookStack;
  before(async () => {
    stack = await notebookStack();
  });
  after(() => stack.close());

  const registry = () => stack.gateway.gateway.services.metrics.registry;

  it("counts what the dashboard and the alarms are made of", async () => {
    const ada = await signIn(stack.gateway.url, "ada");
    await ada.post("/v1/notes", { text: "counted" });
    const { metrics } = stack.gateway.gateway.services;
    const server = await serveMetrics(registry(), { host: "127.0.0.1", port: 0 });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no address");
    const answer = await fetch(`http://127.0.0.1:${address.port}/metrics`);
    const text = await answer.text();
    expect(answer.headers.get("content-type")).to.match(/^text\/plain/);
    expect((await fetch(`http://127.0.0.1:${address.port}/v1/notes`)).status).to.equal(404);
    server.close();
    const known = new Set((await registry().getMetricsAsJSON()).map(({ name }) => name));
    const named = [
      ...metricsIn("deploy/grafana/tallystick.json"),
      ...metricsIn("deploy/prometheus/alerts.yml"),
    ];
    expect(named.length).to.be.greaterThan(20);
    expect(named.filter((name) => !known.has(name) && name !== "tallystick_gateway")).to.deep.equal(
      [],
    );
    const documented = metricsIn("docs/reference/operation.md");
    const own = [...known].filter((name) => name.startsWith("tallystick_"));
    expect(
      own.filter((name) => !documented.has(name)),
      "undocumented",
    ).to.deep.equal([]);
    expect(text).to.match(
      /tallystick_http_request_duration_seconds_count\{operation="writeNote",status="201"\} 1/,
    );
    for (const point of ["request-received", "broadcast-sent", "answer-recorded"]) {
      expect(text).to.match(
        new RegExp(`tallystick_write_points_total\\{point="${point}"\\} [1-9]`),
      );
    }
    expect(metrics).to.have.property("registry");
    expect(collectDefaultMetrics.metricsList.length).to.be.greaterThan(5);
  });

  it("gives no metric a label that a caller could fill", async () => {
    const stranger = client(stack.gateway.url);
    for (let count = 0; count < 20; count++)
      await stranger.get(`/v1/notes/${count}-${Math.random()}`);
    await stranger.get("/nowhere");
    await stranger.send("PROPFIND", "/v1/notes");
    const operations = new Set<string>();
    for (const metric of await registry().getMetricsAsJSON()) {
      for (const { labels } of metric.values) {
        for (const [label, value] of Object.entries(labels)) {
          if (label === "operation") operations.add(String(value));
          expect(String(value).length, `${metric.name} ${label}`).to.be.lessThan(40);
        }
      }
    }
    const document = (await stranger.get("/openapi.json")).body["paths"];
    for (const operation of operations)
      expect(JSON.stringify(document)).to.contain(`"${operation}"`);
  });

  it("never serves metrics where everybody comes", async () => {
    expect(
      (await client(stack.gateway.url).get("/metrics", { accept: "application/json" })).status,
    ).to.equal(404);
  });

  it("limits writes of a member, and says when to come back", async () => {
    const limited = await notebookStack({ writesPerMinute: 3 });
    try {
      const ada = await signIn(limited.gateway.url, "ada");
      const statuses: number[] = [];
      for (let count = 0; count < 5; count++) {
        statuses.push((await ada.post("/v1/notes", { text: `${count}` })).status);
      }
      expect(statuses).to.deep.equal([201, 201, 201, 429, 429]);
      const refused = await ada.post("/v1/notes", { text: "more" });
      expect(refused.body["code"]).to.equal("too-many-requests");
      expect(Number(refused.headers.get("retry-after"))).to.be.within(1, 60);
      expect((await ada.get("/v1/me")).status, "reads go on").to.equal(200);
      const ben = await signIn(limited.gateway.url, "ben");
      expect((await ben.post("/v1/notes", { text: "mine" })).status).to.equal(201);
    } finally {
      await limited.close();
    }
  });

  it("limits sign-ins of an address more than its other requests", async () => {
    const limited = await notebookStack({ signInsPerMinute: 2 });
    try {
      const stranger = client(limited.gateway.url);
      const tries: number[] = [];
      for (let count = 0; count < 4; count++) {
        const { status, headers } = await stranger.send("POST", "/v1/sessions", {
          body: { member: "x" },
        });
        tries.push(status);
        if (status === 429) expect(Number(headers.get("retry-after"))).to.be.within(1, 60);
      }
      expect(tries).to.deep.equal([404, 404, 429, 429]);
      expect((await stranger.get("/livez")).status).to.equal(200);
      expect((await stranger.get("/openapi.json")).status).to.equal(200);
    } finally {
      await limited.close();
    }
  });

  describe("bounds what a connection may cost:", () => {
    const served = async (
      change: (server: Awaited<ReturnType<typeof createWebServer>>) => void,
    ) => {
      const app = express().use(express.json(), (_request, response) => response.json({}));
      const none = { tlsCertFile: undefined, tlsKeyFile: undefined, tlsClientCaFile: undefined };
      const server = await createWebServer(app, { ...none, tlsClientCertificates: "optional" });
      guardServer(server, { maximumConnections: 3 });
      change(server);
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("no address");
      const { port } = address;
      // A reset is one of the answers; without a listener it would end the process.
      const open = () => connect(port, "127.0.0.1").on("error", () => undefined);
      return { server, open };
    };
    const expectProblem = (answer: string, status: number, code: string) => {
      expect(answer).to.match(new RegExp(`^HTTP/1.1 ${status} `));
      expect(answer).to.contain("application/problem+json");
      expect(JSON.parse(answer.slice(answer.indexOf("{")))).to.include({ status, code });
    };

    it("headers that never end", async () => {
      const { server, open } = await served((each) => {
        each.headersTimeout = 300;
        each.requestTimeout = 300;
      });
      const socket = open();
      socket.write("GET / HTTP/1.1\r\nhost: a\r\n");
      expectProblem(await read(socket), 408, "request-timeout");
      server.close();
    });

    it("a body that never comes", async () => {
      const { server, open } = await served((each) => {
        each.requestTimeout = 300;
        each.headersTimeout = 300;
      });
      const socket = open();
      socket.write(
        "POST / HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{",
      );
      expectProblem(await read(socket), 408, "request-timeout");
      server.close();
    });

    it("headers that are too long, and what is no HTTP", async () => {
      const { server, open } = await served(() => undefined);
      const long = open();
      long.write(`GET / HTTP/1.1\r\nhost: a\r\nx: ${"y".repeat(20_000)}\r\n\r\n`);
      expectProblem(await read(long), 431, "headers-too-large");
      const other = open();
      other.write("HELO\r\n\r\n");
      expectProblem(await read(other), 400, "invalid-request");
      server.close();
    });

    it("too many connections", async () => {
      const { server, open } = await served(() => undefined);
      const sockets = Array.from({ length: 3 }, open);
      await Promise.all(sockets.map((socket) => once(socket, "connect")));
      const fourth = open();
      await once(fourth, "close");
      for (const socket of sockets) socket.destroy();
      server.close();
    });
  });
});
