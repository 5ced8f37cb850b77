import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { createLedger, type Ledger } from "../../sdk/index.ts";
import { chain } from "./chain.ts";
import { ledgerFixture } from "./ledgerFixture.ts";

/** Who acts in examples and tests of the SDK, by the names that the documentation uses. */
const actors = {
  operator: "operator",
  legal: "legal",
  obligor: "obligor",
  supplier: "tierOne",
  buyer: "tierTwo",
  thirdTier: "tierThree",
  financier: "financierA",
  otherFinancier: "financierB",
  bank: "bank",
  guardian: "guardian",
  registrar: "registrar",
  auditor: "auditor",
  custodian: "custodian",
  otherCustodian: "otherCustodian",
} as const;

type Actor = keyof typeof actors;
type Account = Actor | "secondLegal" | "governance" | "fresh" | "anyone";

function byActor<Value>(its: (actor: Actor) => Value): Record<Actor, Value> {
  return Object.fromEntries(
    (Object.keys(actors) as Actor[]).map((actor) => [actor, its(actor)]),
  ) as Record<Actor, Value>;
}

/** A ledger as the SDK sees it: once through the eyes of each actor, with their signers and member ids. */
export async function sdkLedger() {
  const fixture = await ledgerFixture();
  const who = byActor((actor) => Number(fixture.who[actors[actor]].id));
  const signers: Record<Account, HardhatEthersSigner> = {
    ...byActor((actor) => fixture.who[actors[actor]].account),
    secondLegal: fixture.secondLegal,
    governance: fixture.governance,
    fresh: fixture.fresh,
    anyone: fixture.stranger,
  };
  const { provider } = chain.ethers;
  const { deployment } = fixture;
  const names = new Map(Object.entries(who).map(([name, member]) => [member, name]));
  const memberName = (member: number): string | undefined => names.get(member);
  const ledgers: [string, Ledger][] = [];
  for (const [name, signer] of Object.entries(signers)) {
    ledgers.push([name, await createLedger({ provider, deployment, signer, memberName })]);
  }
  const as = Object.fromEntries(ledgers) as Record<Account, Ledger>;
  return { fixture, provider, deployment, who, signers, as };
}

/** The fixture's value. */
export type SdkLedger = Awaited<ReturnType<typeof sdkLedger>>;
