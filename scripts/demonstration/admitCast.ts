import { ApiClient } from "../client/ApiClient.ts";
import { Calendar } from "./Calendar.ts";
import { type DemoPart, demoCast } from "./demoCast.ts";

/** A company that takes part, signed in. */
export interface Player {
  readonly id: number;
  readonly api: ApiClient;
}

/** Everyone who takes part; `operator` is member 1. */
export type Players = Readonly<Record<DemoPart | "operator", Player>> & {
  readonly calendar: Calendar;
};

/**
 * Admits the cast and signs everyone in. Each write has a key of its own, so that a start that was cut off goes on
 * where it stopped.
 */
export async function admitCast(url: string): Promise<Players> {
  const gateway = new ApiClient(url);
  const operator = { id: 1, api: await gateway.signIn(1) };
  const players: [string, Player][] = [["operator", operator]];
  for (const [part, { role, size, ...names }] of Object.entries(demoCast)) {
    const { name, nameZh, sentence, sentenceZh } = names;
    const licensed = role === "financier" || role === "settlement-bank";
    const body = {
      name,
      nameZh,
      party: { scheme: "local", id: part.toUpperCase() },
      roles: [role],
      size,
      settlementAccount: { bank: "PUDONG", number: `6222-${part}` },
      ...(licensed ? { licence: `Licence of ${name}` } : {}),
      demonstration: { sentence, sentenceZh },
    };
    const admitted = await operator.api.post("/v1/members", body, `demo-admit-${part}`);
    const id = Number(admitted["memberId"]);
    players.push([part, { id, api: await gateway.signIn(id) }]);
  }
  const { admittedAt } = await operator.api.get("/v1/members/1");
  const calendar = new Calendar(String(admittedAt));
  return { ...Object.fromEntries(players), calendar } as unknown as Players;
}
