import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { secp256k1 } from "@avalabs/avalanchejs";
import { z } from "zod";
import { writeDurably } from "../../ledger/writeDurably.ts";
import { newValidatorKeys } from "./newValidatorKeys.ts";

const secret = z.string().regex(/^[0-9a-f]{64}$/);

const schema = z.object({
  validators: z.array(
    z.object({
      nodeId: z.string(),
      certificatePem: z.string(),
      keyPem: z.string(),
      signerSecret: secret,
      publicKey: z.string(),
      proofOfPossession: z.string(),
    }),
  ),
  /** Keys of the members that own the subnet; `threshold` of them change it. */
  memberSecrets: z.array(secret).min(1),
  threshold: z.int().min(1),
  /** Pays the fees of the P-chain's transactions and decides nothing. */
  fundingSecret: secret,
});

/** All keys of a network's engine; for a network whose members really are apart each would hold its own. */
export type NetworkKeys = z.output<typeof schema>;

/** How many of what. */
export interface KeyCounts {
  readonly validators: number;
  readonly members: number;
  readonly threshold: number;
}

function newSecret(): string {
  return Buffer.from(secp256k1.randomPrivateKey()).toString("hex");
}

/** The keys kept in a network's directory; made when there are none. Readable by the owner alone. */
export async function networkKeys(directory: string, counts: KeyCounts): Promise<NetworkKeys> {
  const file = join(directory, "keys.json");
  if (existsSync(file)) return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  const made: NetworkKeys = {
    validators: Array.from({ length: counts.validators }, (_, index) =>
      newValidatorKeys(index + 1),
    ),
    memberSecrets: Array.from({ length: counts.members }, newSecret),
    threshold: counts.threshold,
    fundingSecret: newSecret(),
  };
  await writeDurably(file, JSON.stringify(made, null, 2), 0o600);
  return made;
}
