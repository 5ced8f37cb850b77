import type { TypedContractEvent } from "../generated/common.ts";
import type { ContractName, ContractTypes } from "../ledger/contractTypes.ts";
import type { LedgerLog } from "./ledgerLog.ts";

/** A struct as the generated types describe it, both tuple and object, as the plain object that the SDK gives. */
type Plain<Value> = Value extends bigint | string | boolean
  ? Value
  : Value extends readonly (infer Item)[]
    ? number extends Value["length"]
      ? readonly Plain<Item>[]
      : { readonly [Key in Exclude<keyof Value, keyof [] | `${number}`>]: Plain<Value[Key]> }
    : { readonly [Key in keyof Value]: Plain<Value[Key]> };

type Filters<Contract extends ContractName> = ContractTypes[Contract]["filters"];

/** Name of an event of one contract. */
export type EventName<Contract extends ContractName> = Exclude<
  Extract<keyof Filters<Contract>, string>,
  `${string}(${string}`
>;

/** The arguments of an event, by their names in Solidity; integers are `bigint`. */
export type EventArgs<Contract extends ContractName, Name extends EventName<Contract>> =
  Filters<Contract>[Name] extends TypedContractEvent<infer _Input, infer _Tuple, infer Fields>
    ? Plain<Fields>
    : never;

/** One event of one contract. */
export type EventOf<Contract extends ContractName, Name extends EventName<Contract>> = {
  readonly contract: Contract;
  readonly name: Name;
  readonly args: EventArgs<Contract, Name>;
  readonly log: LedgerLog;
};

/** Every event of a ledger; `contract` and `name` together tell what `args` are. */
export type LedgerEvent = {
  [Contract in ContractName]: {
    [Name in EventName<Contract>]: EventOf<Contract, Name>;
  }[EventName<Contract>];
}[ContractName];
