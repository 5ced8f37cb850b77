import { id } from "ethers";
import type { Answer } from "../../gateway/helpers/client.ts";
import { quoted } from "../../gateway/helpers/financing.ts";
import type { CastName } from "../../gateway/helpers/ledgerCast.ts";
import type { LedgerGateway } from "../../gateway/helpers/ledgerGateway.ts";
import { pledges } from "../../gateway/helpers/pledges.ts";
import { store } from "../../gateway/helpers/store.ts";
import { issueTrade } from "../../gateway/helpers/trade.ts";

/** One thing of the scene, and whose business it is. */
export interface SceneObject {
  readonly id: string;
  readonly parties: readonly CastName[];
}

/** What bank A and its customers do, of which nobody else may learn. */
export interface MatrixScene {
  /** By the name of the path parameter that takes its id. */
  readonly objects: Readonly<Record<string, SceneObject>>;
  /** Texts of that business that no outsider's answer may hold. */
  readonly secrets: readonly string[];
}

function done({ status, body }: Answer): Record<string, unknown> {
  if (status < 300) return body;
  throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
}

const secretPrincipal = "970123";
const invoice = "INV-SECRET-77";
const debt = "Loan SECRET 7";

async function tradeObjects(stack: LedgerGateway) {
  const invoices = [{ number: invoice, faceMinor: "1000000", usedMinor: "1000000" }];
  const trade = await issueTrade(stack, { invoices });
  const offered = await issueTrade(stack);
  const offer = done(
    await stack.as("tierOne").post(`/v1/certificates/${offered.certificate}/offers`, {
      to: stack.who.tierTwo.id,
      valueMinor: "1000",
      tradeReference: id("offer"),
      expiresAt: await stack.instantIn(86_400),
    }),
  );
  const early = done(
    await stack.as("obligor").post("/v1/early-payments/proposals", {
      certificate: offered.certificate,
      faceMinor: "10000",
      paidMinor: "9900",
      bank: stack.who.bank.id,
      expiresAt: await stack.instantIn(86_400),
    }),
  );
  const agreed = done(
    await stack
      .as("tierOne")
      .post(`/v1/early-payments/proposals/${early["proposal"]}/agreement`, {}),
  );
  return { trade, offer, agreed };
}

async function financeObjects(stack: LedgerGateway, certificate: string) {
  const principal = { principalMinor: secretPrincipal, discountMinor: "24877" };
  const quote = done(await quoted(stack, certificate, principal));
  const accepted = done(
    await stack.as("tierOne").post(`/v1/quotes/${quote["quote"]}/acceptance`, {}),
  );
  const { financing } = accepted;
  const registered = done(
    await stack.as("financierA").post(`/v1/financings/${financing}/registration`, {
      registryNumber: "ZD-SECRET-1",
      registeredAt: await stack.instantIn(0),
    }),
  );
  return { quote, financing, instruction: registered["instruction"] };
}

/** Populates the ledger: a receivable financed by bank A, a pledge to it, goods in one warehouse, keys and people. */
export async function matrixScene(stack: LedgerGateway): Promise<MatrixScene> {
  const { trade, offer, agreed } = await tradeObjects(stack);
  const { quote, financing, instruction } = await financeObjects(stack, trade.certificate);
  const { lien } = await pledges(stack).active({ debt });
  done(await store(stack).admission());
  const { location, lot, receipt } = await store(stack).issued();
  const key = done(
    await stack.as("tierOne").post("/v1/api-keys", { name: "SECRET system", scopes: ["read"] }),
  );
  const hook = { url: "https://secret-hook.example/events" };
  const { subscription } = done(await stack.as("financierA").post("/v1/subscriptions", hook));
  const { keyId } = key["apiKey"] as { keyId: string };
  const of = (value: unknown, ...parties: CastName[]): SceneObject => ({
    id: String(value),
    parties,
  });
  return {
    objects: {
      receivable: of(trade.receivable, "obligor", "tierOne"),
      certificate: of(trade.certificate, "obligor", "tierOne", "financierA", "bank"),
      offer: of(offer["offer"], "tierOne", "tierTwo"),
      request: of(quote["request"], "tierOne", "financierA", "financierB"),
      quote: of(quote["quote"], "tierOne", "financierA"),
      financing: of(financing, "tierOne", "financierA", "obligor", "bank"),
      instruction: of(instruction, "financierA", "tierOne", "bank"),
      earlyPayment: of(agreed["earlyPayment"], "obligor", "tierOne"),
      lien: of(lien, "tierOne", "financierA", "obligor"),
      location: of(location, "custodian", "tierOne"),
      lot: of(lot, "custodian", "tierOne"),
      receipt: of(receipt, "custodian", "tierOne"),
      member: of(stack.who.tierOne.id, "tierOne"),
      apiKey: of(keyId, "tierOne"),
      subscription: of(subscription, "financierA"),
    },
    secrets: [secretPrincipal, invoice, debt, "ZD-SECRET-1", "SECRET system", "secret-hook"],
  };
}
