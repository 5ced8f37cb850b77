import { type KeyEpochs, TagError } from "@tallystick/sdk";
import { z } from "zod";
import { shareReads } from "../features/shared/shareReads.ts";
import type { GatewayServices } from "../gatewayServices.ts";

interface EpochsRow {
  readonly current_epoch: bigint;
  readonly earlier_epochs: unknown;
  readonly public_key: string;
}

type Known = KeyEpochs & { readonly publicKey: string | undefined };

const read = shareReads(async (database, asked: readonly null[]): Promise<readonly Known[]> => {
  const sql = "SELECT current_epoch, earlier_epochs, public_key FROM projected.key_epochs";
  const [row] = await database.query<EpochsRow>(sql);
  const known =
    row === undefined
      ? { current: 0, earlier: [], publicKey: undefined }
      : {
          current: Number(row.current_epoch),
          earlier: z.array(z.int()).parse(row.earlier_epochs),
          publicKey: row.public_key,
        };
  return asked.map(() => known);
});

/**
 * Key epochs under which new claims present tags, as the ledger has them; epoch 0 where no key was opened yet. Throws
 * TagError `tag-key-set-invalid` when another key of the current epoch is pinned here: its tags would be nobody else's.
 */
export async function readKeyEpochs({
  database,
  tags,
}: Pick<GatewayServices, "database" | "tags">): Promise<KeyEpochs> {
  const { publicKey, ...epochs } = await read(database, null);
  const pinned = tags.keySets.find(({ epoch }) => epoch === epochs.current)?.groupPublicKey;
  if (pinned === undefined || pinned.toLowerCase() === publicKey?.toLowerCase()) return epochs;
  const sentence = `The ledger's tag key of epoch ${epochs.current} is ${publicKey}, and ${pinned} is pinned here.`;
  throw new TagError("tag-key-set-invalid", sentence, { details: { epoch: epochs.current } });
}
