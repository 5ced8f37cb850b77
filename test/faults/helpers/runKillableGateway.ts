import { readConfig } from "../../../gateway/config/readConfig.ts";
import { serveGateway } from "../../../gateway/serveGateway.ts";
import { notebookFeatures } from "../../gateway/helpers/notebookFeatures.ts";
import { silentLogger } from "../../gateway/helpers/silentLogger.ts";
import { testMember } from "../../gateway/helpers/testMember.ts";
import { deathAt } from "./deathAt.ts";

/** The real gateway in a process of its own, which kills itself at the n-th passing of a point. Prints where it listens. */
const members = [testMember(1, "ada"), testMember(2, "ben")];
const running = await serveGateway({
  config: readConfig(process.env),
  features: notebookFeatures(members, "ledger only"),
  logger: silentLogger,
  reached: deathAt(process.env),
});
for (const { memberId, key } of members) await running.gateway.services.keystore.add(memberId, key);
process.stdout.write(`${running.url}\n`);
