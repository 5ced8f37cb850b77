import type { EventArgs, EventName } from "../../events/ledgerEvent.ts";
import type { ContractName } from "../../ledger/contractTypes.ts";
import { applyEvent, type EventHandlers } from "../applyEvent.ts";
import type { ReplayEvent } from "../replayEvent.ts";
import type { ReplayTables } from "../replayTables.ts";

/** The `apply` of one event of one contract, its arguments typed by the contract's own ABI. */
export function onEvent<Contract extends ContractName, Name extends EventName<Contract>>(
  contract: Contract,
  name: Name,
  apply: (
    transaction: ReplayTables,
    event: ReplayEvent<EventArgs<Contract, Name>>,
  ) => Promise<void> | void,
): EventHandlers {
  return { [`${contract}.${name}`]: applyEvent(apply) };
}
