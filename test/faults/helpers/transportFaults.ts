import { pause } from "../../gateway/helpers/pause.ts";
import { type FaultKind, faultKind } from "./faultKind.ts";
import type { ProxiedCall } from "./faultProxy.ts";

/** Longer than the gateway of the suite waits for its node. */
const TOO_LATE_MS = 2_500;

const any = () => true;
const isSend = ({ method }: ProxiedCall) => method === "eth_sendRawTransaction";

/** Connections that fail, and answers that are no JSON-RPC. */
export const transportFaults: readonly FaultKind[] = [
  faultKind.scene("connection refused", async (scene) => {
    await scene.proxy.shut();
    await pause(faultKind.between(scene, 50, 500));
    await scene.proxy.reopen();
  }),
  faultKind.exchange("reset before the node has it", any, async (exchange) => exchange.hangUp()),
  faultKind.exchange("reset after the node has it", any, async (exchange) => {
    await exchange.forward();
    exchange.hangUp();
  }),
  faultKind.exchange("transaction taken, connection reset", isSend, async (exchange) => {
    await exchange.forward();
    exchange.hangUp();
  }),
  faultKind.exchange("transaction lost, connection reset", isSend, async (exchange) =>
    exchange.hangUp(),
  ),
  faultKind.exchange("transaction taken, reply dropped", isSend, async (exchange) => {
    await exchange.forward();
    await pause(2 * TOO_LATE_MS);
    exchange.hangUp();
  }),
  faultKind.exchange("reply later than the time-out", any, async (exchange) => {
    const answers = await exchange.forward();
    await pause(TOO_LATE_MS);
    exchange.reply(answers);
  }),
  faultKind.exchange("HTTP 500", any, async (exchange) =>
    exchange.replyText(500, '{"error":"internal"}'),
  ),
  faultKind.exchange("HTTP 502 from a balancer", any, async (exchange) =>
    exchange.replyText(502, "<html>Bad Gateway</html>"),
  ),
  faultKind.exchange("HTTP 502 after the node has it", any, async (exchange) => {
    await exchange.forward();
    exchange.replyText(502, "<html>Bad Gateway</html>");
  }),
  faultKind.exchange("HTTP 429", any, async (exchange) =>
    exchange.replyText(429, "Too Many Requests"),
  ),
  faultKind.exchange("a page instead of JSON", any, async (exchange) =>
    exchange.replyText(200, "<html>Welcome</html>"),
  ),
  faultKind.exchange("malformed JSON", any, async (exchange) => {
    const text = JSON.stringify(await exchange.forward());
    exchange.replyText(200, text.slice(0, -3));
  }),
  faultKind.exchange("truncated body", any, async (exchange) => {
    const text = JSON.stringify(await exchange.forward());
    exchange.replyHalf(text.slice(0, text.length / 2));
  }),
  faultKind.exchange("empty body", any, async (exchange) => exchange.replyText(200, "")),
  faultKind.exchange("one error for everything", any, async (exchange) =>
    exchange.replyText(
      200,
      '{"jsonrpc":"2.0","id":null,"error":{"code":-32603,"message":"Internal error"}}',
    ),
  ),
  faultKind.request(
    "batch answered out of order",
    ({ isBatch }) => isBatch,
    async (exchange) => exchange.reply((await exchange.forward()).reverse()),
  ),
  faultKind.request(
    "batch answered partly",
    ({ isBatch }) => isBatch,
    async (exchange, scene) => {
      const answers = await exchange.forward();
      exchange.reply(answers.filter(() => scene.random() < 0.5));
    },
  ),
  faultKind.answer("wrong id", any, (answer) => ({ ...answer, id: answer.id + 1_000_000 })),
  faultKind.answer("the id of another request", any, (answer) => ({ ...answer, id: 1 })),
  faultKind.answer("neither result nor error", any, ({ jsonrpc, id }) => ({ jsonrpc, id })),
  faultKind.answer("result null", any, (answer) => ({ ...answer, result: null })),
  faultKind.answer("result of another type", any, (answer) => ({ ...answer, result: 7 })),
  faultKind.answer("internal error", any, ({ jsonrpc, id }) => ({
    jsonrpc,
    id,
    error: { code: -32_603, message: "Internal error" },
  })),
  faultKind.answer("limit exceeded", any, ({ jsonrpc, id }) => ({
    jsonrpc,
    id,
    error: { code: -32_005, message: "limit exceeded" },
  })),
];
