/** What a child was asked. */
interface Asked {
  readonly id: number;
  readonly verb: string;
  readonly parameters: unknown;
}

/** What it answers. */
export interface Answered {
  readonly id: number;
  readonly result?: unknown;
  readonly failure?: string;
}

type Verbs = Readonly<Record<string, (parameters: never) => unknown>>;

/** Carries out what the parent asks, by name, until the parent hangs up. */
export function answerParent(verbs: Verbs, close: () => Promise<void> = async () => undefined) {
  process.on("message", async ({ id, verb, parameters }: Asked) => {
    try {
      const run = verbs[verb];
      if (run === undefined) throw new Error(`There is no verb ${verb}.`);
      process.send?.({ id, result: await run(parameters as never) } satisfies Answered);
    } catch (error) {
      const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.send?.({ id, failure } satisfies Answered);
    }
  });
  process.once("disconnect", () => void close().finally(() => process.exit(0)));
}
