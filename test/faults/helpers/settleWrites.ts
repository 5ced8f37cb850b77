import type { Client } from "../../gateway/helpers/client.ts";
import { pause } from "../../gateway/helpers/pause.ts";
import { signIn } from "../../gateway/helpers/signIn.ts";
import type { LaneWrite } from "./killLane.ts";

const STUCK_AFTER_MS = 60_000;
const AT_ONCE = 16;

/** What asking again for everything led to. */
export interface SettledWrites {
  /** Without an answer 60 seconds later. */
  readonly open: readonly LaneWrite[];
  /** Answered otherwise than before. */
  readonly changed: readonly LaneWrite[];
}

/** Asks a gateway again for every write, with its own key and text, until each is answered for good. */
export async function settleWrites(
  url: string,
  writes: readonly LaneWrite[],
): Promise<SettledWrites> {
  const clients = { ada: await signIn(url, "ada"), ben: await signIn(url, "ben") };
  const changed: LaneWrite[] = [];
  const queue = [...writes];
  const deadline = Date.now() + STUCK_AFTER_MS;
  const ask = async (client: Client, write: LaneWrite): Promise<boolean> => {
    const again = await client.post("/v1/notes", { text: write.text }, write.key);
    if (again.status !== 201) return false;
    const isFinal = write.answer?.status === 201;
    if (isFinal && JSON.stringify(again.body) !== JSON.stringify(write.answer?.body)) {
      changed.push(write);
    }
    write.answer = again;
    return true;
  };
  const settle = async (): Promise<void> => {
    while (Date.now() < deadline) {
      const write = queue.shift();
      if (write === undefined) return;
      if (await ask(clients[write.member], write)) continue;
      queue.push(write);
      await pause(50);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, settle));
  return { open: queue, changed };
}
