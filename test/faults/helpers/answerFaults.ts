import { type FaultKind, faultKind } from "./faultKind.ts";
import type { ProxiedAnswer, ProxiedCall } from "./faultProxy.ts";

type Fields = Record<string, unknown>;

const HASH = `0x${"5e".repeat(32)}`;
const is = (method: string) => (call: ProxiedCall) => call.method === method;
const isReceipt = is("eth_getTransactionReceipt");
const isLogs = is("eth_getLogs");
const isSend = is("eth_sendRawTransaction");
const isBlock = is("eth_getBlockByNumber");
const isCount = is("eth_getTransactionCount");
const isLatest = (call: ProxiedCall) => isBlock(call) && call.params[0] === "latest";
const isNumbered = (call: ProxiedCall) => isBlock(call) && call.params[0] !== "latest";

function refused({ jsonrpc, id }: ProxiedAnswer, message: string): ProxiedAnswer {
  return { jsonrpc, id, error: { code: -32_000, message } };
}

/** Changes an object that was answered; leaves null and errors alone. */
function changed(answer: ProxiedAnswer, change: (fields: Fields) => unknown): ProxiedAnswer {
  const { result } = answer;
  const isObject = typeof result === "object" && result !== null;
  return isObject ? { ...answer, result: change(result as Fields) } : answer;
}

function logsOf(answer: ProxiedAnswer, change: (logs: Fields[]) => Fields[]): ProxiedAnswer {
  return Array.isArray(answer.result) ? { ...answer, result: change(answer.result) } : answer;
}

/** A fault of logs that leaves a range without any alone, and counts as met all the same. */
function logs(name: string, change: (logs: Fields[], pick: number) => Fields[]): FaultKind {
  return faultKind.answer(name, isLogs, (answer, _call, scene) =>
    logsOf(answer, (all) =>
      all.length === 0 ? all : change(all, Math.floor(scene.random() * all.length)),
    ),
  );
}

const receipts: readonly FaultKind[] = [
  faultKind.answer("no receipt for an included transaction", isReceipt, (answer) => ({
    ...answer,
    result: null,
  })),
  faultKind.answer("receipt of another transaction", isReceipt, (answer) =>
    changed(answer, (receipt) => ({ ...receipt, transactionHash: HASH })),
  ),
  faultKind.answer("receipt of another branch", isReceipt, (answer) =>
    changed(answer, (receipt) => ({
      ...receipt,
      blockHash: HASH,
      logs: (receipt["logs"] as Fields[]).map((log) => ({ ...log, blockHash: HASH })),
    })),
  ),
  faultKind.answer("receipt without its logs", isReceipt, (answer) =>
    changed(answer, (receipt) => ({ ...receipt, logs: [] })),
  ),
  faultKind.answer("receipt with another block's number", isReceipt, (answer) =>
    changed(answer, (receipt) => ({ ...receipt, blockNumber: "0x1" })),
  ),
];

const sends: readonly FaultKind[] = [
  faultKind.answer("nonce too low while ours is mined", isSend, (answer) =>
    refused(answer, "nonce too low"),
  ),
  faultKind.answer("already known", isSend, (answer) => refused(answer, "already known")),
  ...[
    "txpool is full",
    "replacement transaction underpriced",
    "Sender has too many pending transactions",
  ].map((message) =>
    faultKind.exchange(`refused: ${message}`, isSend, async (exchange) =>
      exchange.reply(exchange.calls.map(({ id }) => refused({ jsonrpc: "2.0", id }, message))),
    ),
  ),
  faultKind.exchange("a hash for a transaction that was thrown away", isSend, async (exchange) =>
    exchange.reply(exchange.calls.map(({ id }) => ({ jsonrpc: "2.0", id, result: HASH }))),
  ),
];

const logFaults: readonly FaultKind[] = [
  logs("logs with another block's hash", (all) => all.map((log) => ({ ...log, blockHash: HASH }))),
  logs("one log missing", (all, pick) => all.filter((_, index) => index !== pick)),
  logs("last log missing", (all) => all.slice(0, -1)),
  logs("all logs missing", () => []),
  logs("one log twice", (all, pick) =>
    all.flatMap((log, at) => (at === pick ? [log, log] : [log])),
  ),
  logs("a log of no transaction", (all, pick) =>
    all.map((log, at) => (at === pick ? { ...log, transactionHash: HASH } : log)),
  ),
  logs("a log whose topics were changed", (all, pick) =>
    all.map((log, at) =>
      at === pick ? { ...log, topics: [(log["topics"] as string[])[0], HASH] } : log,
    ),
  ),
  logs("a log whose data was cut", (all, pick) =>
    all.map((log, at) => (at === pick ? { ...log, data: String(log["data"]).slice(0, 66) } : log)),
  ),
  logs("logs in no order", (all) => [...all].reverse()),
];

const blocks: readonly FaultKind[] = [
  faultKind.exchange("a head that jumps back", isLatest, async (exchange, scene) => {
    const back = faultKind.between(scene, 1, 12);
    const [head] = await exchange.forward([{ id: 0, method: "eth_blockNumber", params: [] }]);
    const number = Math.max(Number(head?.result) - back, 1);
    const calls = exchange.calls.map((call) =>
      isLatest(call) ? { ...call, params: [`0x${number.toString(16)}`, call.params[1]] } : call,
    );
    exchange.reply(await exchange.forward(calls));
  }),
  faultKind.answer("a block that was not asked for", isNumbered, (answer) =>
    changed(answer, (block) => ({ ...block, number: "0x1" })),
  ),
  faultKind.answer("a block of another branch", isBlock, (answer) =>
    changed(answer, (block) => ({ ...block, hash: HASH })),
  ),
  faultKind.answer("a block with another parent", isBlock, (answer) =>
    changed(answer, (block) => ({ ...block, parentHash: HASH })),
  ),
  faultKind.answer("a block without its transactions", isBlock, (answer) =>
    changed(answer, (block) => ({ ...block, transactions: [] })),
  ),
  faultKind.answer("a block that is not there yet", isNumbered, (answer) => ({
    ...answer,
    result: null,
  })),
];

const states: readonly FaultKind[] = [
  faultKind.exchange("eth_call on an old block", is("eth_call"), async (exchange, scene) => {
    const [head] = await exchange.forward([{ id: 0, method: "eth_blockNumber", params: [] }]);
    const number = Math.max(Number(head?.result) - faultKind.between(scene, 1, 12), 1);
    const calls = exchange.calls.map((call) =>
      call.method === "eth_call"
        ? { ...call, params: [call.params[0], `0x${number.toString(16)}`] }
        : call,
    );
    exchange.reply(await exchange.forward(calls));
  }),
  faultKind.answer("eth_call answered with nothing", is("eth_call"), (answer) => ({
    ...answer,
    result: "0x",
  })),
  ...[
    faultKind.answer("a count of transactions from long ago", isCount, (answer) => ({
      ...answer,
      result: "0x0",
    })),
    faultKind.answer("a count of transactions that is too high", isCount, (answer) => ({
      ...answer,
      result: `0x${(Number(answer.result) + 3).toString(16)}`,
    })),
  ].map(faultKind.withoutReceipts),
];

/** Answers that are well-formed and wrong. */
export const answerFaults: readonly FaultKind[] = [
  ...receipts,
  ...sends,
  ...logFaults,
  ...blocks,
  ...states,
];
