import { mkdir, writeFile } from "node:fs/promises";
import { writeDurably } from "../../ledger/writeDurably.ts";
import type { NetworkKeys } from "../keys/networkKeys.ts";
import { validatorFiles } from "./validatorFiles.ts";

/** Writes a validator's keys where its node reads them. */
export async function writeValidatorKeys(
  directory: string,
  index: number,
  { certificatePem, keyPem, signerSecret }: NetworkKeys["validators"][number],
): Promise<void> {
  const files = validatorFiles(directory, index);
  await mkdir(files.folder, { recursive: true, mode: 0o700 });
  await writeDurably(files.certificate, certificatePem, 0o600);
  await writeDurably(files.key, keyPem, 0o600);
  await writeFile(files.signer, Buffer.from(signerSecret, "hex"), { mode: 0o600 });
}
