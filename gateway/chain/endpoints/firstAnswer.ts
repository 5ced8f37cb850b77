import { NoneAnswered } from "./noneAnswered.ts";

/**
 * Asks the first; each further one once those before have failed, or when none has answered for `patienceMs`. The first
 * answer counts. Rejects with `NoneAnswered` when there is none.
 */
export function firstAnswer<Answer>(
  attempts: readonly (() => Promise<Answer>)[],
  patienceMs: number,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const errors: unknown[] = [];
  let begun = 0;
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    clearTimeout(timer);
    const attempt = attempts[begun];
    if (attempt === undefined) return;
    begun += 1;
    timer = setTimeout(next, patienceMs);
    attempt().then(
      (answer) => {
        begun = attempts.length;
        clearTimeout(timer);
        resolve(answer);
      },
      (error: unknown) => {
        errors.push(error);
        if (errors.length < attempts.length) return next();
        clearTimeout(timer);
        reject(new NoneAnswered(errors));
      },
    );
  };
  if (attempts.length === 0) reject(new NoneAnswered(errors));
  next();
  return promise;
}
