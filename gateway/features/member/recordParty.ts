import { type PartyId, partyId } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";

/** Who a member is, beside what the chain has of it. */
export interface Party {
  readonly memberId: number;
  readonly name: string;
  readonly nameZh?: string | undefined;
  readonly party: PartyId;
  /** Salt of the legal identity's digest, 32 bytes in hex. */
  readonly salt: string;
  readonly settlementAccount?: {
    readonly digest: string;
    readonly bank: string;
    readonly number: string;
    readonly salt: string;
  };
  /** How a demonstration introduces it. */
  readonly demonstration?:
    | { readonly sentence: string; readonly sentenceZh?: string | undefined }
    | undefined;
}

/** Writes down who a member is; writing it again changes nothing. */
export async function recordParty(transaction: Queryable, party: Party): Promise<void> {
  const { memberId, name, nameZh, salt, settlementAccount, demonstration } = party;
  const { scheme, id } = partyId(party.party.scheme, party.party.id);
  await transaction.query(
    `INSERT INTO local.party (member_id, name, name_zh, party_scheme, party_id, salt)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [memberId, name, nameZh ?? null, scheme, id, salt],
  );
  if (settlementAccount !== undefined) {
    const account = settlementAccount;
    await transaction.query(
      `INSERT INTO local.settlement_account (digest, member_id, bank, number, salt)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [account.digest, memberId, account.bank, account.number, account.salt],
    );
  }
  if (demonstration !== undefined) {
    await transaction.query(
      `INSERT INTO local.demo_member (member_id, sentence, sentence_zh) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [memberId, demonstration.sentence, demonstration.sentenceZh ?? null],
    );
  }
}
