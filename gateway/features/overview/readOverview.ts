import { dayOf, dayToCivilDate } from "@tallystick/sdk";
import type { Identity } from "../../auth/identity.ts";
import type { Queryable } from "../../database/database.ts";
import { ledgerTime } from "../shared/ledgerTime.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { overviewTasks } from "./overviewTasks.ts";

interface ItemRow {
  readonly task: string;
  readonly total: bigint;
  readonly id: string;
  readonly party: bigint | null;
  readonly amount: bigint | null;
  readonly currency: string | null;
  readonly due_date: string | null;
  readonly at: Date;
}

/** Oldest first: what waits longest, or ends soonest, is what needs somebody today. */
const FIRST = 5;

// The first part has no rows: it names every parameter, whichever tasks are asked for.
const header = `
  SELECT ''::text AS task, 0::int8 AS total, ''::text AS id, NULL::int8 AS party, NULL::numeric AS amount,
    NULL::text AS currency, NULL::date AS due_date, NULL::timestamptz AS at
  WHERE false AND $1::int8 IS NULL AND $2::date IS NULL AND $3::timestamptz IS NULL AND $4::text IS NULL
    AND $5::text IS NULL AND $6::text[] IS NULL`;

/** What needs a member today, in one query over all tasks of its roles. */
export async function readOverview(database: Queryable, identity: Identity) {
  const { memberId, account, roles, person, scopes } = identity;
  const now = await ledgerTime(database);
  const today = dayToCivilDate(dayOf(Math.floor(now.getTime() / 1000)));
  const tasks = overviewTasks.filter(
    (task) => task.roles === undefined || task.roles.some((role) => roles.includes(role)),
  );
  const parts = tasks.map(
    ({
      task,
      sql,
    }) => `(SELECT '${task}', count(*) OVER (), id::text, party, amount, currency, due_date, at
      FROM (${sql}) AS work ORDER BY at, id LIMIT ${FIRST})`,
  );
  const sql = [header, ...parts].join("\nUNION ALL\n");
  const rows = await database.query<ItemRow>(sql, [memberId, today, now, account, person, scopes]);
  const refOf = await memberRefs(
    database,
    rows.map(({ party }) => party),
  );
  return {
    time: now,
    today,
    tasks: tasks.map(({ task, kind }) => {
      const own = rows.filter((row) => row.task === task);
      const first = own.map(({ id, party, amount, currency, due_date, at }) => {
        return { id, party: refOf(party), amountMinor: amount, currency, dueDate: due_date, at };
      });
      return { task, kind, count: Number(own[0]?.total ?? 0n), first };
    }),
  };
}
