import type { Database } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";
import { createBriefCache } from "./createBriefCache.ts";
import type { People, Person } from "./people.ts";
import type { Scope } from "./scopes.ts";

interface PersonRow {
  readonly person_id: string;
  readonly member_id: bigint;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly active: boolean;
  readonly created_by: string;
  readonly created_at: Date;
}

const insertSql = `
  INSERT INTO local.person (person_id, member_id, issuer, subject, name, scopes, created_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (issuer, subject) DO NOTHING RETURNING person_id`;

const administratorSql = `
  SELECT EXISTS (
    SELECT 1 FROM local.person WHERE member_id = $1 AND active AND 'administer' = ANY (scopes)
    UNION ALL SELECT 1 FROM local.api_key WHERE member_id = $1 AND revoked_at IS NULL
      AND (expires_at IS NULL OR expires_at > now()) AND 'administer' = ANY (scopes)) AS found`;

function fromRow(row: PersonRow): Person {
  return {
    personId: row.person_id,
    memberId: Number(row.member_id),
    issuer: row.issuer,
    subject: row.subject,
    name: row.name,
    scopes: row.scopes,
    active: row.active,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}

/** People in schema `local`; a change made by another gateway is seen within two seconds. */
export function createPeople(database: Database, now: () => number = Date.now): People {
  const cache = createBriefCache<Person>(now);
  const cacheKey = (issuer: string, subject: string) => JSON.stringify([issuer, subject]);
  return {
    async list(memberId) {
      const sql = "SELECT * FROM local.person WHERE member_id = $1 ORDER BY created_at, person_id";
      return (await database.query<PersonRow>(sql, [memberId])).map(fromRow);
    },
    async findById(memberId, personId) {
      const sql = "SELECT * FROM local.person WHERE member_id = $1 AND person_id = $2";
      const [row] = await database.query<PersonRow>(sql, [memberId, personId]);
      return row === undefined ? undefined : fromRow(row);
    },
    async findBySubject(issuer, subject) {
      const key = cacheKey(issuer, subject);
      const cached = cache.get(key);
      if (cached !== undefined) return cached;
      const sql = "SELECT * FROM local.person WHERE issuer = $1 AND subject = $2";
      const [row] = await database.query<PersonRow>(sql, [issuer, subject]);
      if (row === undefined) return undefined;
      const person = fromRow(row);
      cache.set(key, person);
      return person;
    },
    async add(transaction, { personId, memberId, issuer, subject, name, scopes, createdBy }) {
      const values = [personId, memberId, issuer, subject, name, scopes, createdBy];
      const rows = await transaction.query(insertSql, values);
      if (rows.length > 0) return;
      throw new ProblemError("conflict", `${JSON.stringify(subject)} at ${issuer} is known here.`);
    },
    async change(transaction, person, change) {
      const { personId, issuer, subject, name, scopes, active } = { ...person, ...change };
      const sql =
        "UPDATE local.person SET name = $2, scopes = $3, active = $4 WHERE person_id = $1";
      await transaction.query(sql, [personId, name, scopes, active]);
      cache.delete(cacheKey(issuer, subject));
    },
    async hasAdministrator(memberId) {
      const [row] = await database.query<{ found: boolean }>(administratorSql, [memberId]);
      return row?.found ?? true;
    },
  };
}
