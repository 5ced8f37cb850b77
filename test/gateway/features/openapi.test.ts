import { expect } from "chai";
import { foundationRoutes } from "../../../gateway/features/foundationRoutes.ts";
import { responseProblems } from "../../../gateway/openapi/responseProblems.ts";
import { client } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { issueTrade } from "../helpers/trade.ts";

type Operation = Readonly<Record<string, unknown>>;

describe("The OpenAPI document of the whole gateway", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let operations: readonly (readonly [string, Operation])[];
  before(async () => {
    stack = await ledgerGateway();
    const { body } = await client(stack.url).get("/openapi.json");
    const paths = body["paths"] as Record<string, Record<string, Operation>>;
    operations = Object.entries(paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]) => [`${verb} ${path}`, operation] as const),
    );
  });
  after(() => stack.close());

  it("names each operation once, with who may use it", () => {
    const names = operations.map(([, operation]) => operation["operationId"]);
    expect(new Set(names).size).to.equal(names.length);
    for (const [path, operation] of operations) {
      expect(operation["x-permission"], path).to.be.a("string").and.not.equal("");
    }
  });

  it("has every verb of receivables, certificates, offers, members, rules and disclosure", () => {
    expect(operations.map(([path]) => path)).to.include.members([
      "post /v1/receivables",
      "post /v1/receivables/confirmations",
      "post /v1/receivables/signed",
      "post /v1/receivables/{receivable}/confirmation",
      "post /v1/certificates/{certificate}/splits",
      "post /v1/certificates/{certificate}/transfer-batches",
      "post /v1/offers/{offer}/acceptance",
      "put /v1/standing-acceptances/{sender}",
      "post /v1/members/{member}/recovery/execution",
      "delete /v1/accounts/{account}",
      "post /v1/rules/{operation}/execution",
      "get /v1/shared/{token}",
      "post /v1/certificates/{certificate}/freeze-confirmations",
    ]);
  });

  it("has every verb of custodians, locations, lots and receipts", () => {
    expect(operations.map(([path]) => path)).to.include.members([
      "post /v1/custodians/{custodian}/admission",
      "post /v1/custodians/{custodian}/ownership-changes",
      "get /v1/custodians",
      "post /v1/locations",
      "put /v1/locations/{location}/control-limits",
      "put /v1/locations/{location}/counter",
      "post /v1/lots",
      "post /v1/lots/{lot}/counts",
      "get /v1/lots/{lot}",
      "post /v1/receipts",
      "get /v1/receipts/{receipt}",
      "post /v1/receipts/{receipt}/transfer-batches",
      "post /v1/receipt-offers/{receiptOffer}/acceptance",
      "put /v1/receipt-standing-acceptances/{sender}",
      "post /v1/receipts/{receipt}/pick-up-orders",
      "post /v1/receipts/{receipt}/pick-ups",
      "post /v1/receipts/{receipt}/cancellations",
      "post /v1/receipts/{receipt}/replacements",
      "delete /v1/receipt-orders/{receiptOrder}",
    ]);
  });

  it("is kept closed to strangers but for what anyone may read", () => {
    const open = operations
      .filter(([, operation]) => operation["x-permission"] === "anyone")
      .map(([path]) => path);
    expect(open.filter((path) => path.includes("/v1/"))).to.have.members([
      "post /v1/sessions",
      "get /v1/demo/members",
      "get /v1/shared/{token}",
      "get /v1/sign-in/options",
      "get /v1/sign-in/nonce",
      "post /v1/sign-in/ethereum",
      "get /v1/sign-in/oidc/{issuer}",
      "get /v1/sign-in/oidc/{issuer}/callback",
    ]);
  });

  it("refuses every write of a stranger and every unknown field, as problems", async () => {
    const anyone = client(stack.url);
    const nobody = await anyone.post("/v1/certificates/1/splits", { valueMinor: "1" });
    expect([nobody.status, nobody.body["code"]]).to.deep.equal([401, "not-signed-in"]);
    const odd = await stack.as("tierOne").post("/v1/certificates/1/splits", {
      valueMinor: "1",
      admin: true,
    });
    expect([odd.status, odd.body["code"]]).to.deep.equal([400, "invalid-request"]);
    expect(odd.headers.get("content-type")).to.contain("application/problem+json");
  });

  it("declares the headers of answers, and those of 202 and problems among them", () => {
    const transfer = operations.find(
      ([path]) => path === "post /v1/certificates/{certificate}/transfers",
    );
    const responses = transfer?.[1]["responses"] as Record<string, { headers: object }>;
    expect(Object.keys(responses["202"]?.headers ?? {})).to.deep.equal([
      "X-Request-Id",
      "X-Ledger-Block",
      "Idempotency-Replayed",
      "Location",
      "Retry-After",
    ]);
    const read = operations.find(([path]) => path === "get /v1/certificates/{certificate}");
    const own = read?.[1]["responses"] as Record<string, { headers: object }>;
    expect(Object.keys(own["200"]?.headers ?? {})).to.deep.equal([
      "X-Request-Id",
      "X-Ledger-Block",
    ]);
  });

  it("is what answers are held against in these tests: body, status and headers, 202 too", async () => {
    const route = foundationRoutes(stack.gateway.services, () => ({})).find(
      ({ operationId }) => operationId === "relayTransaction",
    );
    if (route === undefined) throw new Error("no route");
    const hash = `0x${"ab".repeat(32)}`;
    const body = { state: "pending", transactionHash: hash };
    const stated = {
      "x-request-id": "1",
      "x-ledger-block": "7",
      location: `/v1/transactions/${hash}`,
      "retry-after": "1",
    };
    const judge = (status: number, headers: object, sent: unknown = body) =>
      responseProblems(route, { status, headers: new Headers({ ...headers }), body: sent });
    const place = "post /v1/transactions -> 202";
    expect(judge(202, stated)).to.deep.equal([]);
    const { location: _, ...elsewhere } = stated;
    expect(judge(202, elsewhere)).to.deep.equal([`${place}: header Location is missing`]);
    const odd = { ...stated, "x-ledger-block": "latest" };
    expect(judge(202, odd)).to.deep.equal([`${place}: header X-Ledger-Block is latest`]);
    expect(judge(202, stated, { state: "lost" })).to.have.length(1);
    expect(judge(204, stated)).to.deep.equal([
      "post /v1/transactions -> 204: the status is not declared",
    ]);
    expect(judge(500, stated)).to.deep.equal([
      "post /v1/transactions -> 500: an error that is no problem document",
    ]);
  });

  it("holds for writes that wait for a second person", async () => {
    const supplier = stack.as("tierThree");
    const { certificate } = await issueTrade(stack, {}, { creditor: "tierThree" });
    const rule = { operations: ["splitCertificate"] };
    const set = await supplier.post("/v1/approval-rules", rule);
    expect(set.status, JSON.stringify(set.body)).to.equal(201);
    const path = `/v1/certificates/${certificate}/splits`;
    const held = await supplier.post(path, { valueMinor: "100" });
    expect([held.status, held.body["state"]]).to.deep.equal([202, "awaiting-approval"]);
  });
});
