import { NodeFault } from "./nodeFault.ts";

/** What a node said when it refused a request, dug out of the layers that clients wrap around it. */
export interface RpcErrorDetail {
  readonly message: string;
  /** Revert data as 0x-hex, when the refusal came from a contract. */
  readonly data: string | undefined;
  /** False when no answer came at all: the request may or may not have been carried out. */
  readonly answered: boolean;
}

const layers = ["info", "error", "cause", "data"] as const;
const hexData = /^0x[0-9a-fA-F]*$/;

function* nested(value: unknown, depth = 0): Generator<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || depth > 6) return;
  const record = value as Record<string, unknown>;
  yield record;
  for (const layer of layers) yield* nested(record[layer], depth + 1);
}

/** Reads message, revert data and whether the node answered from any error that an `Rpc` rejects with. */
export function rpcError(error: unknown): RpcErrorDetail {
  const outer = error instanceof Error ? error.message : String(error);
  if (error instanceof NodeFault) return { message: outer, data: undefined, answered: false };
  let message: string | undefined;
  let data: string | undefined;
  for (const layer of nested(error)) {
    const text = layer["message"];
    const isNodeAnswer = typeof layer["code"] === "number" && typeof text === "string";
    if (isNodeAnswer) message ??= text;
    const payload = layer["data"];
    if (typeof payload === "string" && hexData.test(payload)) data ??= payload;
  }
  const answered = message !== undefined || data !== undefined;
  return { message: message ?? outer, data, answered };
}
