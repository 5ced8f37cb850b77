import type { Queryable } from "../../database/database.ts";
import { rulesCall } from "./rulesCall.ts";

/** A row of `projected.operation`. */
export interface OperationRow {
  readonly operation_id: string;
  readonly caller: string;
  readonly target: string;
  readonly call_data: string;
  readonly due_at: Date;
  readonly state: string;
  readonly scheduled_at: Date;
}

/** What the governance account announced about the rules. */
export const operationReadModel = {
  async find(database: Queryable, operation: string): Promise<OperationRow | undefined> {
    const [row] = await database.query<OperationRow>(
      "SELECT * FROM projected.operation WHERE operation_id = $1",
      [operation],
    );
    return row;
  },

  list(database: Queryable, target: string): Promise<OperationRow[]> {
    return database.query<OperationRow>(
      `SELECT * FROM projected.operation WHERE target = $1 AND state = 'scheduled'
       ORDER BY due_at, operation_id LIMIT 100`,
      [target],
    );
  },

  /** Nothing for a call of the rules' contract that schedules no version. */
  show(row: OperationRow) {
    const rules = rulesCall.decode(row.call_data);
    if (rules === undefined) return [];
    return [
      {
        operation: row.operation_id,
        caller: row.caller,
        state: row.state,
        dueAt: row.due_at,
        scheduledAt: row.scheduled_at,
        rules,
      },
    ];
  },
} as const;
