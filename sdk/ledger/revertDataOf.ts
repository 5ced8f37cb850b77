function childrenOf(value: object): unknown[] {
  const parts = value as Readonly<Record<string, unknown>>;
  return ["error", "info", "cause", "data"].map((key) => parts[key]);
}

/**
 * The revert data in what a provider threw. Nodes and libraries put it at different depths.
 *
 * @returns undefined when there is none: the node could not be reached, or it keeps reasons to itself
 *
 * @example
 * import { revertDataOf } from "@tallystick/sdk";
 *
 * revertDataOf({ info: { error: { code: 3, data: "0x12345678" } } }) // => "0x12345678"
 */
export function revertDataOf(thrown: unknown): string | undefined {
  const seen = new Set<unknown>();
  const queue: unknown[] = [thrown];
  for (const value of queue) {
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const { data } = value as { readonly data?: unknown };
    if (typeof data === "string" && /^0x(?:[0-9a-f]{2}){4,}$/i.test(data)) return data;
    queue.push(...childrenOf(value));
  }
  return undefined;
}
