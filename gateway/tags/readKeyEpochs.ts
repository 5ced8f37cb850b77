import type { KeyEpochs } from "@tallystick/sdk";
import { z } from "zod";
import type { Queryable } from "../database/database.ts";
import { shareReads } from "../features/shared/shareReads.ts";

interface EpochsRow {
  readonly current_epoch: bigint;
  readonly earlier_epochs: unknown;
}

const read = shareReads(async (database, asked: readonly null[]): Promise<readonly KeyEpochs[]> => {
  const sql = "SELECT current_epoch, earlier_epochs FROM projected.key_epochs";
  const [row] = await database.query<EpochsRow>(sql);
  const epochs =
    row === undefined
      ? { current: 0, earlier: [] }
      : {
          current: Number(row.current_epoch),
          earlier: z.array(z.int()).parse(row.earlier_epochs),
        };
  return asked.map(() => epochs);
});

/** Key epochs under which new claims present tags, as the ledger has them; epoch 0 where no key was opened yet. */
export async function readKeyEpochs(database: Queryable): Promise<KeyEpochs> {
  return read(database, null);
}
