const HASH_DIGITS = 8;

/**
 * Names an event for ever: its key, and the beginning of the hash of its block. After a reorganisation another event can
 * have the same key, and must not be taken for a repetition.
 */
export function eventId(event: { readonly key: string; readonly blockHash: string }): string {
  return `${event.key}-${event.blockHash.slice(2, 2 + HASH_DIGITS)}`;
}
