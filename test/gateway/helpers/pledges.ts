import { id } from "ethers";
import type { Answer } from "./client.ts";
import type { CastName } from "./ledgerCast.ts";
import type { LedgerGateway } from "./ledgerGateway.ts";
import { issueTrade } from "./trade.ts";

/** What a request may change of the usual one. */
type Changes = Readonly<Record<string, unknown>>;

let counter = 0;

function done(answer: Answer): Record<string, unknown> {
  if (answer.status < 300) return answer.body;
  throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Steps of pledges over HTTP, each answering what the gateway does. */
export function pledges(stack: LedgerGateway) {
  const terms = async (changes: Changes = {}) => ({
    asset: "certificate",
    amount: "400000",
    securedParty: stack.who.financierA.id,
    expiresAt: await stack.instantIn(5 * 86_400),
    terms: id("pledge agreement"),
    debt: "Loan 2026-7",
    ...changes,
  });
  const registration = async () => {
    counter += 1;
    return { number: `ZD-2026-${counter}`, registeredAt: await stack.instantIn(0) };
  };
  const post = (as: CastName, lien: unknown, verb: string, body: unknown = {}) =>
    stack.as(as).post(`/v1/liens/${lien}/${verb}`, body);
  const pledge = async (changes: Changes = {}, by: CastName = "tierOne") =>
    stack.as(by).post("/v1/liens", await terms(changes));

  return {
    terms,
    registration,
    post,
    pledge,

    /** An active lien on a certificate of its own unless another one is named. */
    async active(changes: Changes = {}, by: CastName = "financierA") {
      const token = changes["token"] ?? (await issueTrade(stack)).certificate;
      const securedParty = stack.who[by].id;
      const { lien } = done(await pledge({ token, securedParty, ...changes }));
      done(await post(by, lien, "acceptance", { registration: await registration() }));
      return { lien: String(lien), token: String(token) };
    },

    async defaulted(changes: Changes = {}) {
      const made = await this.active(changes);
      done(await post("financierA", made.lien, "defaults", { evidence: id("no payment") }));
      return made;
    },
  };
}
