import { fsyncSync, openSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import { verifyWebhook } from "../../../sdk/webhooks/verifyWebhook.ts";

// A member's system that is killed now and then: it answers 200 when what it got is on disk, one line an event.
const [port, file, secret] = process.argv.slice(2);
if (port === undefined || file === undefined || secret === undefined) {
  throw new Error("port, file and secret");
}
const kept = openSync(file, "a");

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    const body = Buffer.concat(chunks);
    const { headers } = request;
    const { events } = await verifyWebhook({ body, headers, secrets: [secret] });
    const lines = events.map(({ id, key, type }) => `${JSON.stringify({ id, key, type })}\n`);
    writeSync(kept, lines.join(""));
    fsyncSync(kept);
    response.writeHead(200).end();
  } catch (error) {
    response.writeHead(400).end(String(error));
  }
}).listen(Number(port), "127.0.0.1", () => process.stdout.write("listening\n"));
