import { expect } from "chai";
import { webhookMessage } from "../../../gateway/webhooks/webhookMessage.ts";
import { WebhookError } from "../../../sdk/errors/WebhookError.ts";
import { verifyWebhook } from "../../../sdk/webhooks/verifyWebhook.ts";

const now = 1_800_000_000;
const events = [{ id: "s-1.000000000001-000000-000000-abcdef01", type: "event", name: "Noted 票" }];

function message(secrets: readonly string[]) {
  return webhookMessage({ subscriptionId: "s-1", events, secrets, now: now * 1_000 });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "verified";
  } catch (error) {
    if (error instanceof WebhookError) return error.code;
    throw error;
  }
}

describe("A webhook's signature", () => {
  const secrets = ["whsec_new"];

  it("is verified, from text and from bytes, with headers of fetch and of Node", async () => {
    const { body, headers } = message(secrets);
    const expected = { subscription: "s-1", events };
    expect(await verifyWebhook({ body, headers, secrets, now })).to.deep.equal(expected);
    const bytes = new TextEncoder().encode(body);
    const fetched = new Headers(headers);
    const delivery = await verifyWebhook({ body: bytes, headers: fetched, secrets, now });
    expect(delivery).to.deep.equal(expected);
  });

  it("may be one of two while secrets change, on either side", async () => {
    const both = message(["whsec_new", "whsec_old"]);
    for (const secret of ["whsec_new", "whsec_old"]) {
      const code = codeOf(verifyWebhook({ ...both, secrets: [secret], now }));
      expect(await code).to.equal("verified");
    }
    const old = message(["whsec_old"]);
    const known = ["whsec_new", "whsec_old"];
    expect(await codeOf(verifyWebhook({ ...old, secrets: known, now }))).to.equal("verified");
  });

  const { body, headers } = message(secrets);
  const at = "tallystick-timestamp";
  const by = "tallystick-signature";
  const refused: [string, string, Parameters<typeof verifyWebhook>[0]][] = [
    ["another body", "webhook-signature-wrong", { body: `${body} `, headers, secrets, now }],
    ["another secret", "webhook-signature-wrong", { body, headers, secrets: ["whsec_x"], now }],
    [
      "another timestamp",
      "webhook-signature-wrong",
      { body, headers: { ...headers, [at]: String(now + 1) }, secrets, now },
    ],
    [
      "a signature that is none",
      "webhook-signature-wrong",
      { body, headers: { ...headers, [by]: "v1=abc" }, secrets, now },
    ],
    ["an old POST", "webhook-timestamp-outside", { body, headers, secrets, now: now + 301 }],
    ["one of the future", "webhook-timestamp-outside", { body, headers, secrets, now: now - 301 }],
    [
      "a timestamp that is none",
      "webhook-timestamp-outside",
      { body, headers: { ...headers, [at]: "soon" }, secrets, now },
    ],
    ["no headers", "webhook-header-missing", { body, headers: {}, secrets, now }],
    ["no secret", "webhook-secret-missing", { body, headers, secrets: [], now }],
    ["an empty secret", "webhook-secret-missing", { ...message([""]), secrets: [""], now }],
  ];
  for (const [what, code, parameters] of refused) {
    it(`refuses ${what}`, async () => {
      expect(await codeOf(verifyWebhook(parameters))).to.equal(code);
    });
  }

  it("has a tolerance that the receiver chooses", async () => {
    const late = { body, headers, secrets, now: now + 500, toleranceSeconds: 600 };
    expect(await codeOf(verifyWebhook(late))).to.equal("verified");
  });
});
