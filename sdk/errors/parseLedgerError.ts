import type { ErrorDescription } from "ethers";
import { plainFields } from "../events/plainFields.ts";
import { createWords, type WordSources } from "./createWords.ts";
import { errorInterface } from "./errorInterface.ts";
import { LedgerError, type LedgerErrorArgs } from "./LedgerError.ts";
import { sentences } from "./sentences.ts";

/** Errors carry errors at most this deep; deeper ones would be an attack on whoever reads them. */
const deepest = 4;

function parse(data: string): ErrorDescription | null {
  try {
    return errorInterface.parseError(data);
  } catch {
    return null;
  }
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Decodes revert data with what is known at once. */
export function parseLedgerError(
  data: string,
  sources: Omit<WordSources, "inside">,
  depth = 0,
): LedgerError | undefined {
  const description = depth > deepest ? null : parse(data);
  if (description === null) return undefined;
  const { name, fragment } = description;
  const fields = plainFields(fragment.inputs, description.args);
  const reason = fields["reason"];
  const inner =
    typeof reason === "string" ? parseLedgerError(reason, sources, depth + 1) : undefined;
  const words = createWords({
    ...sources,
    inside: (text) => inner?.message.replace(/\.$/, "") ?? `the reason is ${text}`,
  });
  const sentence = sentences[name]?.(fields, words) ?? `the ledger refused with ${name}`;
  const args: LedgerErrorArgs =
    inner === undefined
      ? fields
      : { ...fields, reason: { code: inner.code, message: inner.message, args: inner.args } };
  return new LedgerError(name, capitalised(sentence), args, inner);
}
