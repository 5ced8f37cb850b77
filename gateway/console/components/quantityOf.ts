/** The count that a person typed, with or without thousands' commas, or undefined while it is none. */
export function quantityOf(text: string): bigint | undefined {
  const typed = text.trim();
  return /^(\d{1,3}(,\d{3})+|\d{1,22})$/.test(typed)
    ? BigInt(typed.replaceAll(",", ""))
    : undefined;
}
