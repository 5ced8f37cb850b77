import { readConfig } from "../../../gateway/config/readConfig.ts";
import { serveGateway } from "../../../gateway/serveGateway.ts";
import { notebookFeatures } from "./notebookFeatures.ts";
import { silentLogger } from "./silentLogger.ts";
import { testMember } from "./testMember.ts";

// A gateway in a process of its own, configured by the environment, until someone kills it. Prints where it listens.
const members = [testMember(1, "ada"), testMember(2, "ben")];
const features = notebookFeatures(members, "ledger only");
const config = readConfig({ WRITES_PER_MINUTE: "0", SIGN_INS_PER_MINUTE: "0", ...process.env });
const running = await serveGateway({ config, features, logger: silentLogger });
for (const { memberId, key } of members) await running.gateway.services.keystore.add(memberId, key);
process.once("SIGTERM", () => running.close().then(() => process.exit(0)));
process.stdout.write(`${running.url}\n`);
