import { ChainProofError } from "../errors/ChainProofError.ts";
import { bigintOf } from "./bigintOf.ts";
import type { BlockHeader } from "./blockHeader.ts";
import type { HeaderCodec } from "./headerCodec.ts";
import type { HeaderFieldForm } from "./headerFields.ts";
import type { Hex } from "./hex.ts";

/** Fields that every header has; those after them came with forks, one after the other. */
const BEFORE_LONDON = 15;

function fits(item: Hex, form: HeaderFieldForm): boolean {
  const size = item.length / 2 - 1;
  if (form === "number") return size <= 32 && !item.startsWith("0x00");
  return form === "bytes" || size === form;
}

function namedItems(fields: readonly Hex[], known: HeaderCodec["fields"]): Record<string, Hex> {
  const named: Record<string, Hex> = {};
  for (const [index, item] of fields.entries()) {
    const { name, form } = known[index] ?? { name: "rest", form: 0 };
    if (!fits(item, form)) {
      const sentence = `The header's ${name} has ${item.length / 2 - 1} bytes or leading zeros.`;
      throw new ChainProofError("chain-header-invalid", sentence, { details: { field: name } });
    }
    named[name] = item;
  }
  return named;
}

/**
 * A header of its RLP items.
 *
 * @throws ChainProofError `chain-header-invalid`
 */
export function headerOf(fields: readonly Hex[], codec: HeaderCodec): BlockHeader {
  const { fields: known, hashOf } = codec;
  if (fields.length < BEFORE_LONDON || fields.length > known.length) {
    const sentence = `A header has ${BEFORE_LONDON} to ${known.length} fields, not ${fields.length}.`;
    throw new ChainProofError("chain-header-invalid", sentence);
  }
  const named: Readonly<Record<string, Hex>> = namedItems(fields, known);
  const { parentHash = "", stateRoot = "", transactionsRoot = "", receiptsRoot = "" } = named;
  const { number = "0x", timestamp = "0x", extraData = "0x" } = named;
  return {
    number: bigintOf(number),
    hash: hashOf(fields),
    parentHash,
    stateRoot,
    transactionsRoot,
    receiptsRoot,
    timestamp: bigintOf(timestamp),
    extraData,
    fields,
  };
}
