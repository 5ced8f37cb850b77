const saltLength = 32;
/** Bytes that a platform gives at once, at most. */
const poolLength = 65_536;

/**
 * A source of salts, 32 random bytes each, from the platform's secure random source; it fetches many at a time.
 *
 * @example
 * import { createSaltSource } from "@tallystick/sdk";
 *
 * createSaltSource()().length // => 32
 */
export function createSaltSource(): () => Uint8Array {
  const pool = new Uint8Array(poolLength);
  let next = poolLength;
  return () => {
    if (next === poolLength) {
      crypto.getRandomValues(pool);
      next = 0;
    }
    next += saltLength;
    return pool.slice(next - saltLength, next);
  };
}
