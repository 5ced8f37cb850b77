import { Agent } from "node:http";
import { expect } from "chai";
import fc from "fast-check";
import { problemSchema } from "../../gateway/openapi/problemSchema.ts";
import { client } from "../gateway/helpers/client.ts";
import { type CastName, ledgerCast } from "../gateway/helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../gateway/helpers/ledgerGateway.ts";
import { issueTrade } from "../gateway/helpers/trade.ts";
import { faultCount } from "../helpers/faultCount.ts";
import { faultReport } from "../helpers/faultReport.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { type BadRequest, badRequests } from "./helpers/badRequest.ts";
import { type DeclaredOperation, declaredOperations } from "./helpers/declaredOperations.ts";
import { type RawAnswer, sendRaw } from "./helpers/sendRaw.ts";

const RUNS = faultCount(300, 10_000);
const AT_ONCE = 16;
const names: readonly CastName[] = [
  "operator",
  "obligor",
  "tierOne",
  "tierTwo",
  "financierA",
  "bank",
  "custodian",
  "auditor",
];

/** Writes that leave nothing behind, so that one of them may be right by chance. */
const harmless = new Set([
  "openSession",
  "closeSession",
  "verifyAnchor",
  "evaluateTags",
  "matchTags",
]);

/** What a gateway keeps of refused requests on purpose, and of the passing of time. */
const notState = /^(audit_|lease$|session$|security_event|sign_in|tag_evaluation|presence)/;

describe("Bad requests", function () {
  this.timeout(3_600_000);
  const seed = faultSeed();
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let stack: LedgerGateway;
  let operations: readonly DeclaredOperation[];
  const tokens = new Map<string, string>();

  before(async () => {
    stack = await ledgerGateway();
    await issueTrade(stack);
    await issueTrade(stack);
    operations = await declaredOperations(stack.url);
    for (const name of names) {
      const member = ledgerCast[name].name;
      const { body } = await client(stack.url).send("POST", "/v1/sessions", { body: { member } });
      tokens.set(name, String(body["token"]));
    }
  });
  after(async () => {
    agent.destroy();
    await stack.close();
  });

  const digests = async () => {
    await stack.gateway.services.audit.flush();
    const tables = await stack.database.query<{ schema: string; name: string }>(
      `SELECT schemaname AS schema, tablename AS name FROM pg_tables
       WHERE schemaname IN ('local', 'projected') ORDER BY 1, 2`,
    );
    const found: Record<string, unknown> = {};
    for (const { schema, name } of tables.filter((table) => !notState.test(table.name))) {
      const [row] = await stack.database.query<{ digest: string }>(
        `SELECT count(*) || ' rows ' || COALESCE(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest
         FROM ${schema}.${name} t`,
      );
      found[`${schema}.${name}`] = row?.digest;
    }
    return { ...found, head: await stack.chain.rpc.send("eth_blockNumber", []) };
  };

  const faultOf = (
    operation: DeclaredOperation,
    { status, type, requestId, body }: RawAnswer,
    method: string,
  ) => {
    if (status >= 500) return `answered ${status}`;
    // What HTTP itself refuses never became a request of the gateway's.
    if (requestId === "" && status !== 417) return "has no request id";
    if (status < 300) {
      const isWrite = operation.method !== "GET" && method === operation.method;
      return isWrite && !harmless.has(operation.id) ? "was carried out" : undefined;
    }
    if (status < 400 || method === "HEAD") return undefined;
    if (!type.startsWith("application/problem+json")) return `answered ${status} as ${type}`;
    const problem = problemSchema.safeParse(JSON.parse(body));
    if (!problem.success) return `answered no problem: ${problem.error.message}`;
    return problem.data.status === status ? undefined : `says ${problem.data.status} as ${status}`;
  };

  const send = (asked: BadRequest) => {
    const token = asked.who === "forged" ? "A".repeat(43) : tokens.get(asked.who);
    const signed = token === undefined ? [] : [["authorization", `Bearer ${token}`] as const];
    return sendRaw(stack.url, agent, { ...asked, headers: [...asked.headers, ...signed] });
  };

  it(`are ${RUNS} problems, and change nothing`, async () => {
    const before = await digests();
    const arbitraries = operations
      // A stream has no end, and a demonstration's sign-out would end the members' own sessions.
      .filter(({ id }) => !["streamEvents", "closeSession", "closeAllSessions"].includes(id))
      .map((operation) => badRequests(operation, {}, names).map((asked) => ({ operation, asked })));
    const cases = fc.sample(fc.oneof(...arbitraries), { numRuns: RUNS, seed });
    const wrong: string[] = [];
    const kinds = new Map<string, number>();
    const statuses = new Map<number, number>();
    const waiting = cases.entries();
    const lane = async () => {
      for (const [index, { operation, asked }] of waiting) {
        const answer = await send(asked).catch((error: Error) => error);
        const fault =
          answer instanceof Error
            ? `broke: ${answer.message}`
            : faultOf(operation, answer, asked.method);
        if (!(answer instanceof Error))
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        kinds.set(asked.kind, (kinds.get(asked.kind) ?? 0) + 1);
        if (fault === undefined) continue;
        const shown = JSON.stringify({
          ...asked,
          body: asked.body?.slice(0, 300),
          path: asked.path.slice(0, 300),
        });
        const said = answer instanceof Error ? "" : answer.body.slice(0, 300);
        wrong.push(`${index} ${operation.id} ${fault}: ${shown} ${said}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    const after = await digests();
    const changes = Object.keys(after).filter(
      (table) =>
        (after as Record<string, unknown>)[table] !== (before as Record<string, unknown>)[table],
    );
    const serverErrors = [...statuses]
      .filter(([status]) => status >= 500)
      .reduce((sum, [, count]) => sum + count, 0);
    faultReport({
      ...{
        suite: "bad requests",
        seed,
        runs: cases.length,
        lost: 0,
        doubled: changes.length,
        stuck: 0,
      },
      more: {
        operations: arbitraries.length,
        serverErrors,
        stateChanges: changes.length,
        ...Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
      },
    });
    expect(wrong.slice(0, 25), `seed ${seed}: ${wrong.length} wrong`).to.deep.equal([]);
    expect(changes).to.deep.equal([]);
    expect(kinds.size).to.be.greaterThan(4);
  });
});
