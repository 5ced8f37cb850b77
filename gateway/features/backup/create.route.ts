import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { writeBackup } from "../../backup/writeBackup.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

/** All that no chain can give back, in one encrypted file. It changes nothing, so it needs no Idempotency-Key. */
export function createBackupRoute({ config, database, logger }: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/backups",
    operationId: "createBackup",
    summary: "A backup of this gateway's own data, encrypted with the keystores' passphrase",
    permission: ["operator"],
    scope: "administer",
    idempotent: false,
    responses: {
      200: { description: "The backup", contentType: "application/octet-stream" },
    },
    handler: async ({ raw: { response }, context }) => {
      const folder = await mkdtemp(join(tmpdir(), "tallystick-backup-"));
      try {
        const path = join(folder, "backup");
        const file = await open(path, "wx", 0o600);
        const { keystorePassphrase: passphrase, keystoreScryptCost: scryptCost } = config;
        const written = await writeBackup({ database, passphrase, scryptCost }, file);
        await file.close();
        logger.info({ ...written, by: context.member().person }, "backup: taken");
        response.status(200).set({
          "content-type": "application/octet-stream",
          "content-disposition": 'attachment; filename="tallystick.backup"',
          "cache-control": "no-store",
        });
        await pipeline(createReadStream(path), response);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
      return undefined;
    },
  });
}
