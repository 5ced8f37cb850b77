import { recoverAddress, TypedDataEncoder } from "ethers";
import { EvidenceError } from "../errors/EvidenceError.ts";
import { signedTypes } from "../signing/signedTypes.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import { fieldOf } from "./fieldOf.ts";
import { ledgerWord } from "./ledgerWord.ts";
import type { LineageLink } from "./lineageAt.ts";
import type { ReceivableFacts } from "./receivableAt.ts";
import type { WordReader } from "./wordReader.ts";

/** A party's signature that was checked, and the account of that party that made it. */
export type SignatureFacts = {
  readonly of: "confirmation" | "acceptance" | "endorsement";
  /** Which certificate's taking was signed; null for the receivable's signatures. */
  readonly certificate: bigint | null;
  /** Minor units that were taken; null for the receivable's signatures. */
  readonly value: bigint | null;
  readonly member: number;
  readonly account: string;
};

type Signed = NonNullable<EvidenceBundle["signatures"]["confirmation"]>;
type Message = Readonly<Record<string, bigint | number | string>>;
type Kind = "confirmation" | "acceptanceOfReceivable" | "acceptance";
type Ground = Pick<EvidenceBundle, "chainId" | "contracts">;

function invalid(what: string, reason: string): EvidenceError {
  return new EvidenceError("evidence-signature-invalid", `The signature of ${what} ${reason}.`);
}

/** Who made a signature; nobody where it is none. */
function signerOf(digest: string, signature: string): string | undefined {
  try {
    return recoverAddress(digest, signature).toLowerCase();
  } catch {
    return undefined;
  }
}

function check(
  reader: WordReader,
  { chainId, contracts }: Ground,
  kind: Kind,
  signed: Signed,
  party: number,
  message: Message,
): void {
  const verifyingContract =
    kind === "acceptance" ? contracts.creditCertificates : contracts.receivables;
  const domain = { name: "Tallystick", version: "1", chainId, verifyingContract };
  const { account, deadline, epoch, signature } = signed;
  const value = { ...message, deadline, epoch };
  const digest = TypedDataEncoder.hash(domain, signedTypes[kind], value);
  if (signerOf(digest, signature) !== account) {
    throw invalid(kind, `is not by ${account} over what is proved`);
  }
  const member = Number(fieldOf(reader.read(ledgerWord.account(account)), [0, 4]));
  if (member !== party) throw invalid(kind, `is by an account that is not member ${party}'s`);
}

function endorsements(
  reader: WordReader,
  bundle: Ground & Pick<EvidenceBundle, "signatures">,
  lineage: readonly LineageLink[],
): SignatureFacts[] {
  const seen = new Set<bigint>();
  return bundle.signatures.endorsements.map((signed) => {
    const { certificate, value, tradeReference, nonce, account } = signed;
    const at = lineage.findIndex((link) => link.certificate === certificate);
    const [child, parent] = [lineage[at], lineage[at + 1]];
    if (at === -1 || child === undefined || parent === undefined || seen.has(certificate)) {
      throw invalid(`certificate ${certificate}`, "is of no pass of this lineage");
    }
    seen.add(certificate);
    const member = child.owner;
    const token = parent.certificate;
    const message = { token, to: member, value, tradeReference, nonce };
    check(reader, bundle, "acceptance", signed, member, message);
    return { of: "endorsement", certificate, value, member, account };
  });
}

/**
 * The signatures of a bundle, each over what the storage proves and by an account of the party.
 *
 * @throws EvidenceError `evidence-signature-invalid`
 */
export function signaturesAt(
  reader: WordReader,
  bundle: Ground & Pick<EvidenceBundle, "signatures">,
  { obligor, creditor, termsDigest, acceptBy }: ReceivableFacts,
  lineage: readonly LineageLink[],
): readonly SignatureFacts[] {
  const facts: SignatureFacts[] = [];
  const { confirmation, acceptance } = bundle.signatures;
  if (confirmation !== null) {
    check(reader, bundle, "confirmation", confirmation, obligor, { termsDigest, acceptBy });
    const { account } = confirmation;
    facts.push({ of: "confirmation", certificate: null, value: null, member: obligor, account });
  }
  if (acceptance !== null) {
    check(reader, bundle, "acceptanceOfReceivable", acceptance, creditor, { termsDigest });
    const { account } = acceptance;
    facts.push({ of: "acceptance", certificate: null, value: null, member: creditor, account });
  }
  return [...facts, ...endorsements(reader, bundle, lineage)];
}
