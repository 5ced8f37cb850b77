import { id } from "ethers";
import {
  certificates,
  dayOf,
  dayToCivilDate,
  type InvoiceDocument,
  ledgerInterfaces,
  members,
  offers,
  receivables,
  receivableTerms,
  type rules,
} from "../../sdk/index.ts";
import { chain } from "./chain.ts";
import type { SdkLedger } from "./sdkLedger.ts";

const daySeconds = 86_400;

/** What happened before an example begins: receivables, offers, recoveries. Every step is one of the SDK's own verbs. */
export function sdkScene({ as, who, fixture, signers }: SdkLedger) {
  let invoiceNumber = 0;
  const { networkHelpers } = chain;
  const digest = (text: string): string => id(text);
  const now = (): Promise<number> => networkHelpers.time.latest();
  const dateIn = async (days: number): Promise<string> => dayToCivilDate(dayOf(await now()) + days);
  const passDays = async (days: number): Promise<void> => {
    await networkHelpers.time.increase(days * daySeconds);
  };

  const terms = async ({ face = 1_000_000_00n, share = 0 } = {}) => {
    invoiceNumber += 1;
    const number = `2026-${invoiceNumber}`;
    const sellerId = { scheme: "local", id: "supplier" } as const;
    const invoices: InvoiceDocument[] = [{ sellerId, number, face }];
    return {
      invoices,
      terms: await receivableTerms({
        obligor: who.obligor,
        creditor: who.supplier,
        currency: "CNY",
        deliveryDay: await dateIn(0),
        contractDueDay: await dateIn(30),
        dueDay: await dateIn(30),
        documentRoot: digest("trade documents"),
        obligorInterestShare: share,
        invoices,
      }),
    };
  };
  type Its = Parameters<typeof terms>[0];

  const registered = async (its?: Its) => {
    const made = await terms(its);
    const { receivable } = await receivables.register(as.supplier, made);
    return { receivable, ...made };
  };
  const confirmed = async (its?: Its) => {
    const made = await registered(its);
    const acceptBy = (await now()) + daySeconds;
    await receivables.confirm(as.obligor, { ...made, acceptBy });
    return made;
  };
  const issued = async (its?: Its) => {
    const made = await confirmed(its);
    const { certificate } = await receivables.accept(as.supplier, made);
    return { ...made, certificate };
  };
  const offered = async () => {
    const { certificate } = await issued();
    const value = 400_00n;
    const expiresAt = (await now()) + daySeconds;
    const tradeReference = digest("order 7");
    const asked = { certificate, to: who.buyer, value, expiresAt, tradeReference };
    const { offer } = await offers.create(as.supplier, asked);
    return { offer, certificate, value };
  };
  const passed = async () => {
    const { offer } = await offered();
    return offers.accept(as.buyer, { offer });
  };
  const guarded = async () => {
    await members.setGuardian(as.buyer, { guardian: who.guardian });
    await passDays(2);
    await members.confirmGuardian(as.buyer, { guardian: who.guardian });
  };
  const recovering = async () => {
    await guarded();
    const account = signers.fresh.address;
    const recovery = { member: who.buyer, account, documentDigest: digest("request") };
    await members.proposeRecovery(as.operator, recovery);
    await members.proposeRecovery(as.guardian, recovery);
  };
  const announce = async (contract: "rules" | "claims", verb: string, args: unknown[]) => {
    const noRef = `0x${"0".repeat(64)}`;
    const data = ledgerInterfaces[contract].encodeFunctionData(verb, [...args, noRef]);
    const { authority, governance, deployment } = fixture;
    await authority.connect(governance).schedule(deployment.addresses[contract], data, 0);
    await passDays(8);
  };
  const announceRules = ({ rules: version, effectiveFrom }: rules.ScheduleParameters) =>
    announce("rules", "schedule", [version, effectiveFrom]);
  const announceEpoch = (publicKey: string) => announce("claims", "openEpoch", [publicKey]);
  const setFrozen = async (certificate: bigint, freeze: boolean): Promise<void> => {
    const order = { certificate, freeze, documentDigest: digest(`order ${freeze}`) };
    await certificates.proposeFreeze(as.legal, order);
    await certificates.confirmFreeze(as.secondLegal, order);
  };
  return {
    digest,
    now,
    today: () => dateIn(0),
    passDays,
    terms,
    registered,
    confirmed,
    issued,
    offered,
    passed,
    guarded,
    recovering,
    announceRules,
    announceEpoch,
    freeze: (certificate: bigint) => setFrozen(certificate, true),
    release: (certificate: bigint) => setFrozen(certificate, false),
  };
}

/** What `sdkScene` gives. */
export type SdkScene = ReturnType<typeof sdkScene>;
