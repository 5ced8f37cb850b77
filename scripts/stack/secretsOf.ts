import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Wallet } from "ethers";
import { z } from "zod";
import { writeDurably } from "../ledger/writeDurably.ts";

const key = z.string().regex(/^0x[0-9a-f]{64}$/);

const secrets = z.object({
  keystorePassphrase: z.string().min(12),
  deployerKey: key,
  operatorKey: key,
});

/** Keys of a ledger that runs on this machine alone. */
export type Secrets = z.output<typeof secrets>;

/** The keys kept beside a ledger's state; made when there are none. Readable by the owner alone. */
export async function secretsOf(directory: string): Promise<Secrets> {
  const file = join(directory, "secrets.json");
  if (existsSync(file)) return secrets.parse(JSON.parse(readFileSync(file, "utf8")));
  const made: Secrets = {
    keystorePassphrase: randomBytes(24).toString("base64url"),
    deployerKey: Wallet.createRandom().privateKey,
    operatorKey: Wallet.createRandom().privateKey,
  };
  await writeDurably(file, JSON.stringify(made), 0o600);
  return made;
}
