/** A certificate's full number from what a person typed: `3-2` (receivable and serial) or the number itself. */
export function certificateIdOf(text: string): string | undefined {
  const typed = text.trim();
  const pair = /^(\d{1,10})-(\d{1,10})$/.exec(typed);
  if (pair !== null) {
    const [, receivable = "", serial = ""] = pair;
    return ((BigInt(receivable) << 32n) | BigInt(serial)).toString();
  }
  return /^[1-9]\d{0,18}$/.test(typed) ? typed : undefined;
}
