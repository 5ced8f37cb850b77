import {
  type Ledger,
  legalIdentityDigest,
  members,
  partyId,
  settlementAccountDigest,
} from "@tallystick/sdk";
import type { z } from "zod";
import { derivedSalt } from "../shared/derivedSalt.ts";
import type { admitBody } from "./admitBody.ts";
import { licenceDigest } from "./licenceDigest.ts";
import type { Party } from "./recordParty.ts";

/** What is admitted, and by which request. */
export interface Admission {
  readonly stated: Omit<z.output<typeof admitBody>, "account">;
  readonly account: string;
  readonly passphrase: string;
  readonly ref: string;
}

/** Admits a member; answers what is written down about it beside the ledger, and the account that the ledger took. */
export async function admitMember(ledger: Ledger, { stated, account, passphrase, ref }: Admission) {
  const { name, nameZh, roles, size, guardian, demonstration } = stated;
  const party = partyId(stated.party.scheme, stated.party.id);
  const salt = derivedSalt(passphrase, "legal identity", ref);
  const accountSalt = derivedSalt(passphrase, "settlement account", ref);
  const digest = settlementAccountDigest(stated.settlementAccount, accountSalt);
  const done = await members.admit(ledger, {
    identityDigest: legalIdentityDigest(party, salt),
    roles,
    size,
    guardian,
    account,
    settlementAccountDigest: digest,
    licenceDigest: licenceDigest(stated.licence),
    ref,
  });
  const settlementAccount = { ...stated.settlementAccount, digest, salt: accountSalt };
  const written: Party = {
    memberId: done.member,
    ...{ name, nameZh, party, salt, settlementAccount, demonstration },
  };
  const event = done.events.find((each) => each.name === "MemberAdmitted");
  // An earlier attempt may have been admitted with the key that it made.
  const admitted = event?.name === "MemberAdmitted" ? event.args.admission.account : account;
  return { done, written, account: admitted };
}
