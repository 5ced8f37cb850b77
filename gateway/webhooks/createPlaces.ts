/** A bounded number of places at which something is done. */
export interface Places {
  /** Waits for a place, in order; answers how to leave it. */
  take(): Promise<() => void>;
}

/** `count` places. */
export function createPlaces(count: number): Places {
  const waiting: (() => void)[] = [];
  let free = count;
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free++;
    else next();
  };
  const once = (): (() => void) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      leave();
    };
  };
  return {
    async take() {
      if (free > 0) {
        free--;
        return once();
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      await promise;
      return once();
    },
  };
}
