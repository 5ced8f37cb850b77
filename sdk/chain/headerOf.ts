import { ChainProofError } from "../errors/ChainProofError.ts";
import { bigintOf } from "./bigintOf.ts";
import type { BlockHeader, HashHeader } from "./blockHeader.ts";
import { type HeaderFieldForm, headerFields } from "./headerFields.ts";
import type { Hex } from "./hex.ts";

/** Fields that every header has; those after them came with forks, one after the other. */
const BEFORE_LONDON = 15;

function fits(item: Hex, form: HeaderFieldForm): boolean {
  const size = item.length / 2 - 1;
  if (form === "number") return size <= 32 && !item.startsWith("0x00");
  return form === "bytes" || size === form;
}

/**
 * A header of its RLP items.
 *
 * @throws ChainProofError `chain-header-invalid`
 */
export function headerOf(fields: readonly Hex[], hashOf: HashHeader): BlockHeader {
  if (fields.length < BEFORE_LONDON || fields.length > headerFields.length) {
    const sentence = `A header has ${BEFORE_LONDON} to ${headerFields.length} fields, not ${fields.length}.`;
    throw new ChainProofError("chain-header-invalid", sentence);
  }
  const named: Partial<Record<(typeof headerFields)[number]["name"], Hex>> = {};
  for (const [index, { name, form }] of headerFields.entries()) {
    const item = fields[index];
    if (item === undefined) break;
    if (!fits(item, form)) {
      const sentence = `The header's ${name} has ${item.length / 2 - 1} bytes or leading zeros.`;
      throw new ChainProofError("chain-header-invalid", sentence, { details: { field: name } });
    }
    named[name] = item;
  }
  const { parentHash = "", stateRoot = "", transactionsRoot = "", receiptsRoot = "" } = named;
  return {
    number: bigintOf(named.number ?? "0x"),
    hash: hashOf(fields),
    parentHash,
    stateRoot,
    transactionsRoot,
    receiptsRoot,
    timestamp: bigintOf(named.timestamp ?? "0x"),
    extraData: named.extraData ?? "0x",
    fields,
  };
}
