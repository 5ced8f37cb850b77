import { randomUUID } from "node:crypto";
import type { Person } from "../../auth/people.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RouteAnswer } from "../../openapi/route.ts";
import { showPerson } from "./showPerson.ts";

/** The answer to naming a person for a member; the row is written with it. Refuses unusable providers and known people. */
export async function newPerson(
  { identities }: Pick<GatewayServices, "identities">,
  wanted: Pick<Person, "memberId" | "issuer" | "subject" | "name" | "scopes" | "createdBy">,
): Promise<RouteAnswer> {
  const { memberId, issuer, subject } = wanted;
  const provider = identities.issuers.find(({ settings }) => settings.name === issuer);
  const speaksFor = provider?.settings.members;
  if (provider === undefined || (speaksFor !== undefined && !speaksFor.includes(memberId))) {
    const detail = `This gateway knows no provider ${JSON.stringify(issuer)} for member ${memberId}.`;
    throw new ProblemError("unprocessable", detail);
  }
  const person = { ...wanted, personId: randomUUID(), active: true, createdAt: new Date() };
  return {
    status: 201,
    body: showPerson(person),
    commit: async (transaction) => {
      await identities.people.add(transaction, person);
      const by = { memberId, person: wanted.createdBy };
      identities.security.record({
        kind: "person-added",
        ...by,
        subject: `oidc:${issuer}:${subject}`,
      });
    },
  };
}
