import { type InstructionKind, type InstructionState, legKinds, nameAt } from "@tallystick/sdk";
import type { RefOf } from "../shared/memberRefs.ts";

/** A payment instruction as `instructionSql` selects it. */
export interface InstructionRow {
  readonly instruction_id: bigint;
  readonly kind: InstructionKind;
  readonly state: InstructionState;
  readonly payer: bigint;
  readonly payee: bigint | null;
  readonly bank: bigint;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly receivable: bigint;
  readonly certificate: bigint | null;
  readonly legs: readonly { readonly kind: string; readonly face: string; readonly paid: string }[];
  readonly payer_account: string;
  readonly payee_account: string;
  readonly payer_bank: string | null;
  readonly payer_number: string | null;
  readonly payee_bank: string | null;
  readonly payee_number: string | null;
  readonly issued_at: Date;
  readonly expires_at: Date;
  readonly value_date: string | null;
  readonly paid_minor: bigint | null;
  readonly bank_reference: string | null;
  readonly receipt_digest: string | null;
  readonly end_proposed_by: readonly bigint[];
  readonly contested_by: readonly bigint[];
  readonly finished_at: Date | null;
  readonly run: bigint | null;
}

/** The row as it is answered to one member, which sees bank accounts only where it must. */
export function showInstruction(row: InstructionRow, refs: RefOf, viewer: number) {
  const mayKnow = (owner: bigint | null) =>
    Number(row.bank) === viewer || Number(owner ?? 0) === viewer;
  const account = (
    owner: bigint | null,
    digest: string,
    bank: string | null,
    number: string | null,
  ) => (mayKnow(owner) ? { digest, bank, number } : { digest, bank: null, number: null });
  return {
    instruction: row.instruction_id,
    kind: row.kind,
    state: row.state,
    payer: refs(row.payer),
    payee: row.payee === null ? null : refs(row.payee),
    bank: refs(row.bank),
    amountMinor: row.amount_minor,
    currency: row.currency,
    receivable: Number(row.receivable),
    certificate: row.certificate,
    legs: row.legs.map(({ kind, face, paid }) => ({
      kind: nameAt(legKinds, BigInt(kind)),
      faceMinor: face,
      paidMinor: paid,
    })),
    payerAccount: account(row.payer, row.payer_account, row.payer_bank, row.payer_number),
    payeeAccount:
      row.payee === null
        ? null
        : account(row.payee, row.payee_account, row.payee_bank, row.payee_number),
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
    valueDate: row.value_date,
    paidMinor: row.paid_minor,
    bankReference: row.bank_reference,
    receiptDigest: row.receipt_digest,
    endProposedBy: row.end_proposed_by.map(Number),
    contestedBy: row.contested_by.map(Number),
    finishedAt: row.finished_at,
    run: row.run,
  };
}

/** A payment instruction as it is answered, before it is JSON. */
export type InstructionAnswer = ReturnType<typeof showInstruction>;
