import { randomUUID } from "node:crypto";
import { dayOf, dayToCivilDate } from "@tallystick/sdk";
import { id, Wallet } from "ethers";
import { ApiClient } from "../../client/ApiClient.ts";
import type { BenchMember } from "./benchMember.ts";
import type { Child } from "./Child.ts";

const DAY_MS = 86_400_000;

interface Company {
  readonly id: number;
  readonly key: string;
  readonly token: string;
  readonly api: ApiClient;
}

function date(days: number): string {
  return dayToCivilDate(dayOf(Math.floor(Date.now() / 1000)) + days);
}

async function admit(url: string, operator: ApiClient, role: string): Promise<Company> {
  const gateway = new ApiClient(url);
  const { privateKey, address } = new Wallet(`0x${randomUUID().replaceAll("-", "").repeat(2)}`);
  const admitted = await operator.post("/v1/members", {
    name: `Bench ${role} ${address.slice(2, 8)}`,
    party: { scheme: "local", id: address },
    roles: [role],
    size: "large",
    account: address,
    settlementAccount: { bank: "BENCH", number: address.slice(2, 22) },
    demonstration: { sentence: "Takes part in the bench." },
  });
  const member = Number(admitted["memberId"]);
  const signedIn = await gateway.post("/v1/sessions", { member: String(member) });
  const token = String(signedIn["token"]);
  return { id: member, key: privateKey, token, api: new ApiClient(url, token) };
}

/** Registered, confirmed and accepted: the certificate that will be split. */
async function issue(creditor: Company, obligor: Company): Promise<string> {
  const amountMinor = "1000000000";
  const registered = await creditor.api.post("/v1/receivables", {
    obligor: obligor.id,
    creditor: creditor.id,
    amountMinor,
    currency: "CNY",
    deliveryDate: date(-12),
    contractDueDate: date(40),
    dueDate: date(40),
    documentRoot: id(`documents of ${creditor.id}`),
    defenceWaiver: true,
    noticeByLedger: true,
    obligorInterestShareBasisPoints: 5_000,
    invoices: [{ number: `B-${creditor.id}`, faceMinor: amountMinor, usedMinor: amountMinor }],
  });
  const path = `/v1/receivables/${String(registered["receivable"])}`;
  const acceptBy = new Date(Date.now() + 10 * DAY_MS).toISOString();
  await obligor.api.post(`${path}/confirmation`, { acceptBy });
  const accepted = await creditor.api.post(`${path}/acceptance`);
  return String(accepted["certificate"]);
}

/**
 * Admits `count` suppliers whose keys the gateway holds, and one obligor that owes each of them a certificate. Nobody
 * writes before `ready`.
 */
export async function admitMembers(
  stack: Child,
  url: string,
  count: number,
  ready: (keys: readonly string[]) => Promise<void> = async () => undefined,
): Promise<BenchMember[]> {
  const operator = await new ApiClient(url).signIn(1);
  const obligor = await admit(url, operator, "obligor");
  const suppliers = await Promise.all(
    Array.from({ length: count }, () => admit(url, operator, "supplier")),
  );
  await stack.ask(
    "addKeys",
    [...suppliers, obligor].map((each) => [each.id, each.key]),
  );
  await ready([...suppliers, obligor].map(({ key }) => key));
  const limitMinor = String(1_000_000_000n * BigInt(count));
  await operator.put(`/v1/members/${obligor.id}/ceilings/CNY`, { ceilingMinor: limitMinor });
  await obligor.api.put("/v1/limits/CNY", { limitMinor });
  return Promise.all(
    suppliers.map(async (supplier) => ({
      id: supplier.id,
      key: supplier.key,
      token: supplier.token,
      certificate: await issue(supplier, obligor),
    })),
  );
}
