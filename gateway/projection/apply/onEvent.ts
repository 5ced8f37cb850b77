import type { ContractName, EventArgs, EventName } from "@tallystick/sdk";
import type { LedgerEvent } from "../../chain/ledgerEvent.ts";
import { applyEvent, type EventHandlers } from "../applyEvent.ts";
import type { ProjectionTransaction } from "../projectionTransaction.ts";

/** The `apply` of one event of one contract, its arguments typed by the contract's own ABI. */
export function onEvent<Contract extends ContractName, Name extends EventName<Contract>>(
  contract: Contract,
  name: Name,
  apply: (
    transaction: ProjectionTransaction,
    event: LedgerEvent<EventArgs<Contract, Name>>,
  ) => Promise<void> | void,
): EventHandlers {
  return { [`${contract}.${name}`]: applyEvent(apply) };
}
