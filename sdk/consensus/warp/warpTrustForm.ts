import { z } from "zod";

const MOST_SETS = 1_000;
const MOST_VALIDATORS = 1_000;
const LARGEST_WEIGHT = 2n ** 64n - 1n;

const hash = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/)
  .toLowerCase();
const whole = z
  .string()
  .regex(/^(0|[1-9]\d{0,19})$/)
  .transform(BigInt);

/** A set of validators with the block from which on it signs. Unknown fields are refused. */
const warpSet = z.strictObject({
  fromBlock: whole,
  validators: z
    .array(
      z.strictObject({
        nodeId: z.string().regex(/^NodeID-[1-9A-HJ-NP-Za-km-z]{25,50}$/),
        publicKey: z
          .string()
          .regex(/^0x[0-9a-fA-F]{96}$/)
          .toLowerCase(),
        weight: whole.refine((its) => its > 0n && its <= LARGEST_WEIGHT, "is no weight"),
      }),
    )
    .min(1)
    .max(MOST_VALIDATORS),
  signedChange: z
    .string()
    .regex(/^0x([0-9a-f]{2})+$/)
    .optional(),
});

/**
 * The form of `validators.json`: `{kind: "warp", networkId, blockchainId, sets: [{fromBlock, validators: [{nodeId, publicKey,
 * weight}], signedChange?}]}`. Other fields of the file are for others, such as `chainId`, `genesis` and `contracts` for
 * who verifies evidence. That keys are points and that changes are signed, `readWarpTrust` checks.
 */
export const warpTrustForm = z.object({
  kind: z.literal("warp"),
  networkId: z.int().min(0).max(0xffff_ffff),
  blockchainId: hash,
  sets: z
    .array(warpSet)
    .min(1)
    .max(MOST_SETS)
    .refine(
      (sets) =>
        sets.every(({ fromBlock }, at) => at === 0 || fromBlock > (sets[at - 1]?.fromBlock ?? 0n)),
      "are not ascending by fromBlock",
    )
    .refine(([first]) => first?.signedChange === undefined, "begin with a set that is pinned"),
});
