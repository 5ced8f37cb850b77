import { formatRfc3339 } from "@tallystick/sdk";

/** RFC 3339 of seconds since 1970; null for none. */
export function instantOf<Time extends number | undefined>(
  time: Time,
): Time extends number ? string : string | null;
export function instantOf(time: number | undefined): string | null {
  return time === undefined ? null : formatRfc3339(time);
}
