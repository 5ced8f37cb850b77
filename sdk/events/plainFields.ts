import type { ParamType, Result } from "ethers";
import { type PlainValue, plainValue } from "./plainValue.ts";

/** The fields of an event, an error or an answer by their names in Solidity; unnamed ones are `arg0`, `arg1`... */
export function plainFields(
  types: readonly ParamType[],
  values: Result,
): Readonly<Record<string, PlainValue>> {
  return Object.fromEntries(
    types.map((type, index) => [
      type.name === "" ? `arg${index}` : type.name,
      plainValue(type, values[index]),
    ]),
  );
}
