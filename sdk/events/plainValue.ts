import { type ParamType, Result } from "ethers";

/** A decoded value: integers are `bigint`, bytes and addresses hex, structs objects, arrays arrays. */
export type PlainValue =
  | bigint
  | string
  | boolean
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue };

/** Turns what ethers decoded into plain objects, so that it can be compared, cloned and written as it is. */
export function plainValue(type: ParamType, value: unknown): PlainValue {
  if (value instanceof Result) {
    if (type.isArray()) return value.toArray().map((item) => plainValue(type.arrayChildren, item));
    const fields: [string, PlainValue][] = (type.components ?? []).map((field, index) => [
      field.name,
      plainValue(field, value[index]),
    ]);
    return Object.fromEntries(fields);
  }
  if (typeof value === "bigint" || typeof value === "boolean") return value;
  return String(value);
}
