import type { PartySignature } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";
import { plainJson } from "../../json/plainJson.ts";
import { ledgerTime } from "../shared/ledgerTime.ts";
import { nextProposals } from "./nextProposals.ts";
import { type ProposalParties, proposalParties } from "./proposalParties.ts";
import type { ProposalKind, ProposalRow } from "./proposalRow.ts";

/** What the proposer's key signed. */
export interface SignedTerms {
  readonly terms: Readonly<Record<string, unknown>> & { readonly obligorNonce: bigint };
  readonly signed: PartySignature;
}

/**
 * Signs proposals of one member, all or none, as rows that are still to be kept. Throws problem `not-permitted` for a
 * certificate of which the member is neither obligor nor holder.
 */
export async function newProposals<Asked extends { readonly certificate: bigint }>(
  { database }: Pick<GatewayServices, "database">,
  context: RequestContext,
  kind: ProposalKind,
  asked: readonly Asked[],
  sign: (asked: Asked, parties: ProposalParties) => Promise<SignedTerms>,
): Promise<ProposalRow[]> {
  const { memberId } = context.member();
  const certificates = asked.map(({ certificate }) => certificate);
  const partiesOf = await proposalParties(database, memberId, certificates);
  const numbers = await nextProposals(database, asked.length);
  const now = await ledgerTime(database);
  const one = async (each: Asked, index: number): Promise<ProposalRow> => {
    const parties = partiesOf(each.certificate);
    const { terms, signed } = await sign(each, parties);
    return {
      proposal_id: numbers[index] ?? 0n,
      kind,
      certificate_id: each.certificate,
      obligor: BigInt(parties.obligor),
      holder: BigInt(parties.holder),
      proposed_by: BigInt(memberId),
      currency: parties.currency,
      terms: JSON.parse(plainJson(terms)),
      nonce: terms.obligorNonce.toString(),
      account: signed.account,
      epoch: BigInt(signed.epoch),
      deadline: new Date(signed.deadline * 1000),
      signature: signed.signature,
      proposed_at: now,
      status: "open",
      agreement: null,
    };
  };
  return Promise.all(asked.map(one));
}
