import { once } from "node:events";
import { createServer } from "node:http";
import type { Logger } from "pino";
import type { Rpc } from "../../../gateway/chain/rpc.ts";
import type { GatewayConfig } from "../../../gateway/config/gatewayConfig.ts";
import { readConfig } from "../../../gateway/config/readConfig.ts";
import { createGateway, type Gateway } from "../../../gateway/createGateway.ts";
import type { Database } from "../../../gateway/database/database.ts";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import { notebookFeatures } from "./notebookFeatures.ts";
import { silentLogger } from "./silentLogger.ts";
import { testMember } from "./testMember.ts";

/** A gateway over HTTP for a test. */
export interface TestGateway {
  readonly gateway: Gateway;
  readonly url: string;
  close(): Promise<void>;
}

/** What a test may choose. */
export interface TestGatewayOptions {
  readonly database: Database;
  readonly rpc: Rpc;
  readonly ledger: Ledger;
  readonly config?: Partial<GatewayConfig>;
  readonly logger?: Logger;
}

const keyed = [testMember(1, "ada"), testMember(2, "ben")];
const offices = [testMember(8, "operator"), testMember(9, "auditor")];
const members = [...keyed, testMember(3, "self-keyed"), ...offices];

/** Starts a gateway on a free port; the table that the notes are projected into is made beside the migrations. */
export async function testGateway(options: TestGatewayOptions): Promise<TestGateway> {
  const { database, rpc, ledger } = options;
  const environment = {
    DEMO: "true",
    KEYSTORE_PASSPHRASE: "for tests only",
    KEYSTORE_SCRYPT_COST: "1024",
    WRITES_PER_MINUTE: "0",
    SIGN_INS_PER_MINUTE: "0",
  };
  const config = { ...readConfig({ ...environment, REQUESTS_PER_MINUTE: "0" }), ...options.config };
  await database.query("CREATE SCHEMA IF NOT EXISTS projected");
  await database.query("CREATE SCHEMA IF NOT EXISTS local");
  await database.query(
    "CREATE TABLE IF NOT EXISTS projected.note (number int8 PRIMARY KEY, member int8 NOT NULL, text text NOT NULL)",
  );
  await database.query("CREATE TABLE IF NOT EXISTS local.draft (text text NOT NULL)");
  const features = notebookFeatures(members);
  const gateway = await createGateway({
    config,
    logger: options.logger ?? silentLogger,
    database,
    rpc,
    ledger,
    features,
  });
  for (const member of keyed) await gateway.services.keystore.add(member.memberId, member.key);
  await gateway.start();
  const server = createServer(gateway.app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no address");
  return {
    gateway,
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      await gateway.stop();
    },
  };
}
