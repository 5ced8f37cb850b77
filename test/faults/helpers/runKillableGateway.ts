import { readConfig } from "../../../gateway/config/readConfig.ts";
import { serveGateway } from "../../../gateway/serveGateway.ts";
import { notebookFeatures } from "../../gateway/helpers/notebookFeatures.ts";
import { silentLogger } from "../../gateway/helpers/silentLogger.ts";
import { testMember } from "../../gateway/helpers/testMember.ts";

/** The real gateway in a process of its own, which kills itself at the n-th passing of a point. Prints where it listens. */
const { KILL_POINT, KILL_PASSING = "1" } = process.env;
const members = [testMember(1, "ada"), testMember(2, "ben")];
let passings = 0;
const running = await serveGateway({
  config: readConfig(process.env),
  features: notebookFeatures(members, "ledger only"),
  logger: silentLogger,
  reached(point) {
    if (point !== KILL_POINT) return;
    passings += 1;
    if (passings === Number(KILL_PASSING)) process.kill(process.pid, "SIGKILL");
  },
});
for (const { memberId, key } of members) await running.gateway.services.keystore.add(memberId, key);
process.stdout.write(`${running.url}\n`);
