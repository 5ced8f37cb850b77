import { expect } from "chai";
import { client } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";

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
});
