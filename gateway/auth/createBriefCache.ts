const MAXIMUM_CACHED = 10_000;

/** Values that may be a moment old. */
export interface BriefCache<Value> {
  get(key: string): Value | undefined;
  /** `until`: Unix time in milliseconds after which it is not used, if that is earlier than the cache's own end. */
  set(key: string, value: Value, until?: number): void;
  delete(key: string): void;
  deleteWhere(isGone: (value: Value) => boolean): void;
}

/** For so long a change made by another gateway may go unnoticed here; what this one changes it forgets at once. */
const CACHE_MS = 2_000;

/** A cache of what every request asks for. It holds 10,000 values at most. */
export function createBriefCache<Value>(now: () => number = Date.now): BriefCache<Value> {
  const entries = new Map<string, { readonly value: Value; readonly until: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      return entry !== undefined && entry.until > now() ? entry.value : undefined;
    },
    set(key, value, until = Number.POSITIVE_INFINITY) {
      if (entries.size >= MAXIMUM_CACHED) entries.clear();
      entries.set(key, { value, until: Math.min(now() + CACHE_MS, until) });
    },
    delete: (key) => void entries.delete(key),
    deleteWhere(isGone) {
      for (const [key, { value }] of entries) if (isGone(value)) entries.delete(key);
    },
  };
}
