import { ledgerInterfaces } from "../events/ledgerInterfaces.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";

/** Signatures that a transaction carried. */
export type TransactionSignatures = Partial<
  Pick<EvidenceBundle["signatures"], "confirmation" | "acceptance">
> & { readonly endorsement?: Omit<Endorsement, "certificate"> };

type Endorsement = EvidenceBundle["signatures"]["endorsements"][number];
type Signed = NonNullable<EvidenceBundle["signatures"]["confirmation"]>;

type SignatureStruct = {
  readonly account: string;
  readonly deadline: bigint;
  readonly epoch: bigint;
  readonly signature: string;
};

/** Of keys alone: what a smart account accepts can't be checked without a node. */
function ofKey(signature: string): string | undefined {
  return /^0x[0-9a-fA-F]{128}(1b|1c)$/i.test(signature) ? signature.toLowerCase() : undefined;
}

function signedBy({ account, deadline, epoch, signature }: SignatureStruct): Signed | null {
  const bytes = ofKey(signature);
  if (bytes === undefined) return null;
  return { account: account.toLowerCase(), deadline, epoch: Number(epoch), signature: bytes };
}

function ofReceivable(input: string): TransactionSignatures {
  const call = ledgerInterfaces.receivables.parseTransaction({ data: input });
  switch (call?.name) {
    case "confirmWithSignature":
      return { confirmation: signedBy(call.args["obligor"]) };
    case "acceptWithSignature":
      return { acceptance: signedBy(call.args["creditor"]) };
    case "issueWithSignatures": {
      const { obligor, creditor } = call.args.toObject() as Record<string, SignatureStruct>;
      return {
        confirmation: obligor === undefined ? null : signedBy(obligor),
        acceptance: creditor === undefined ? null : signedBy(creditor),
      };
    }
    default:
      return {};
  }
}

function ofCertificate(input: string): TransactionSignatures {
  const call = ledgerInterfaces.creditCertificates.parseTransaction({ data: input });
  if (call?.name !== "transferWithAcceptance") return {};
  const { acceptance, signer, signature } = call.args;
  const { value, tradeReference, nonce } = acceptance;
  const signed = signedBy({
    account: signer,
    deadline: acceptance.deadline,
    epoch: acceptance.epoch,
    signature,
  });
  return signed === null ? {} : { endorsement: { value, tradeReference, nonce, ...signed } };
}

/** The parties' signatures in a transaction to the receivables or the certificates; none in any other. */
export function signaturesIn(
  { receivables, creditCertificates }: EvidenceBundle["contracts"],
  transaction: { readonly to: string | null; readonly input: string },
): TransactionSignatures {
  const to = transaction.to?.toLowerCase();
  if (to === receivables) return ofReceivable(transaction.input);
  return to === creditCertificates ? ofCertificate(transaction.input) : {};
}
