import type { AuditEntry } from "@tallystick/sdk";
import type { Identity } from "../auth/identity.ts";

/** An entry before it has its place in the log. */
export type AuditDraft = Omit<AuditEntry, "sequence" | "gateway" | "previous">;

/** What an entry is made of. */
export interface AuditedRequest {
  readonly requestId: string;
  readonly identity: Pick<Identity, "memberId" | "person" | "account"> | undefined;
  readonly method: string;
  /** With the names of its parameters: a path as called may hold a secret. */
  readonly path: string;
  readonly operation: string;
  readonly params: unknown;
  readonly bodyDigest?: string | undefined;
  readonly ref?: string | undefined;
  readonly status: number;
  readonly code?: string | undefined;
  /** Body that was answered; ids and a transaction's hash are taken from it and nothing else. */
  readonly answer?: unknown;
  readonly milliseconds: number;
}

/** What answers call the things that they made or changed. */
const nouns = new Set([
  ..."receivable certificate offer receipt receiptOffer lot location lien financing quote request".split(
    " ",
  ),
  ..."instruction proposal earlyPayment run unmatched order viewRequest root memberId approval subscription".split(
    " ",
  ),
]);

function idText(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "bigint") return value.toString();
  return typeof value === "string" && value.length <= 100 ? value : undefined;
}

function fieldsOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function subjectsOf({ params, answer }: AuditedRequest): Record<string, string> {
  const member = fieldsOf(answer).find(([name]) => name === "member")?.[1];
  const named = [...fieldsOf(member), ...fieldsOf(answer)].filter(([name]) => nouns.has(name));
  const asked = fieldsOf(params).filter(([name]) => name !== "token");
  const subjects: Record<string, string> = {};
  for (const [name, value] of [...named, ...asked]) {
    const text = idText(value);
    if (text !== undefined) subjects[name] = text;
  }
  return subjects;
}

/** The entry of a request: ids, digests and the outcome; no bodies, tokens or prices. */
export function auditDraft(request: AuditedRequest): AuditDraft {
  const { requestId, identity, method, path, operation, status, answer } = request;
  const hash = fieldsOf(answer).find(([name]) => name === "transactionHash")?.[1];
  return {
    at: new Date().toISOString(),
    requestId,
    member: identity?.memberId ?? null,
    person: identity?.person ?? null,
    account: identity?.account ?? null,
    method,
    path,
    operation,
    subjects: subjectsOf(request),
    bodyDigest: request.bodyDigest ?? null,
    ref: request.ref ?? null,
    status,
    code: request.code ?? null,
    transactionHash: typeof hash === "string" ? hash : null,
    milliseconds: Math.round(request.milliseconds),
  };
}
