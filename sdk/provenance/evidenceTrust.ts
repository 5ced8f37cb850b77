import { z } from "zod";
import { readWarpTrust } from "../consensus/warp/readWarpTrust.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .transform((text) => text.toLowerCase());
const hash = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/)
  .transform((text) => text.toLowerCase());

/** Which ledger is meant; the addresses may be all that a deployment lists. */
const ledger = {
  chainId: z.int().positive(),
  genesis: hash,
  contracts: z.object({
    creditCertificates: address,
    members: address,
    receivables: address,
    liens: address,
    documentAnchors: address,
  }),
};
const forms = {
  validators: z.union([
    z
      .strictObject({ ...ledger, validators: z.array(address).min(1).max(1_000) })
      .transform((trust) => ({ kind: "qbft" as const, ...trust })),
    z.looseObject({ kind: z.literal("warp"), ...ledger }).transform((its) => {
      const { chainId, genesis, contracts } = its;
      return { kind: "warp" as const, chainId, genesis, contracts, warp: readWarpTrust(its) };
    }),
  ]),
  "checkpoint-signers": z
    .strictObject({
      ...ledger,
      signers: z
        .array(z.strictObject({ name: z.string().min(1).max(200), account: address }))
        .min(1)
        .max(100),
    })
    .transform((trust) => ({ kind: "checkpoint" as const, ...trust })),
};

/** Which file says whom to trust. */
export type EvidenceTrustKind = keyof typeof forms;

/** Whom one trusts, and which ledger is meant: given by whoever verifies, never by the bundle. */
export type EvidenceTrust = z.output<(typeof forms)[EvidenceTrustKind]>;

/**
 * Reads a file of trusted validators (`{chainId, genesis, contracts, validators}`, or with `kind: "warp", networkId,
 * blockchainId, sets` where validators sign on request), or of trusted signers of checkpoints
 * (`{chainId, genesis, contracts, signers: [{name, account}]}`). `contracts` are the ledger's addresses: anybody who may
 * deploy could otherwise prove what a contract of its own says.
 *
 * @throws EvidenceError `evidence-trust-unreadable`
 *
 * @example
 * import { evidenceTrust } from "@tallystick/sdk";
 *
 * const [genesis, validator] = ["0x" + "11".repeat(32), "0x" + "22".repeat(20)];
 * const ledger = { chainId: deployment.chainId, genesis, contracts: deployment.addresses };
 * evidenceTrust("validators", JSON.stringify({ ...ledger, validators: [validator] })).kind // => "qbft"
 */
export function evidenceTrust(kind: EvidenceTrustKind, text: string): EvidenceTrust {
  try {
    return forms[kind].parse(JSON.parse(text));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    const sentence = `The file of ${kind} can't be used: ${reason}`;
    throw new EvidenceError("evidence-trust-unreadable", sentence, { cause });
  }
}
