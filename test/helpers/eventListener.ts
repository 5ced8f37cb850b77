/** Someone who listens to a gateway's event stream and keeps what it was told, less what was taken back. */
export interface EventListener {
  /** Block hash of each event that counts, by its key. */
  readonly events: ReadonlyMap<string, string>;
  /** Events that were taken back. */
  retracted(): number;
  /** Events that were taken back without having been told, or told in another block: never any. */
  strange(): number;
  stop(): void;
}

/** Listens from the beginning; connects again where it was when it is cut off. */
export function eventListener(url: string, token: string): EventListener {
  const events = new Map<string, string>();
  const abort = new AbortController();
  let retracted = 0;
  let strange = 0;
  let lastEventId = "";

  const take = (frame: string): void => {
    const fields = new Map(
      frame.split("\n").map((line): [string, string] => {
        const [name = "", ...rest] = line.split(": ");
        return [name, rest.join(": ")];
      }),
    );
    lastEventId = fields.get("id") ?? lastEventId;
    const data = fields.get("data");
    if (data === undefined) return;
    const { key, blockHash } = JSON.parse(data) as { key: string; blockHash: string };
    if (fields.get("event") !== "retracted") {
      events.set(key, blockHash);
      return;
    }
    retracted += 1;
    // A branch that came and went between two looks was never told: taking it back is harmless.
    if (events.get(key) === blockHash) events.delete(key);
    else if (events.has(key)) strange += 1;
  };

  const listen = async (): Promise<void> => {
    const headers = { authorization: `Bearer ${token}`, "last-event-id": lastEventId };
    const response = await fetch(`${url}/v1/events/stream`, { headers, signal: abort.signal });
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const frames = text.split("\n\n");
      text = frames.pop() ?? "";
      for (const frame of frames) take(frame);
    }
  };

  void (async () => {
    while (!abort.signal.aborted) await listen().catch(() => undefined);
  })();
  return {
    events,
    retracted: () => retracted,
    strange: () => strange,
    stop: () => abort.abort(),
  };
}
