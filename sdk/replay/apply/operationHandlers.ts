import { applyEvent, type EventHandlers } from "../applyEvent.ts";
import type { ReplayTables } from "../replayTables.ts";
import { instantOf } from "./instantOf.ts";

interface Operation {
  readonly operationId: string;
}

interface ScheduledOperation extends Operation {
  readonly schedule: bigint;
  readonly caller: string;
  readonly target: string;
  readonly data: string;
}

async function end(tx: ReplayTables, { operationId }: Operation, state: string) {
  const key = { operation_id: operationId };
  if ((await tx.find("operation", key)) !== undefined) await tx.change("operation", key, { state });
}

/** What the governance account announces, carries out or takes back. */
export const operationHandlers: EventHandlers = {
  "authority.OperationScheduled": applyEvent<ScheduledOperation>((tx, { args, blockTime }) => {
    tx.put("operation", {
      operation_id: args.operationId,
      caller: args.caller,
      target: args.target,
      call_data: args.data,
      due_at: instantOf(args.schedule),
      state: "scheduled",
      scheduled_at: blockTime,
    });
  }),
  "authority.OperationExecuted": applyEvent<Operation>((tx, { args }) => end(tx, args, "executed")),
  "authority.OperationCanceled": applyEvent<Operation>((tx, { args }) =>
    end(tx, args, "cancelled"),
  ),
};
