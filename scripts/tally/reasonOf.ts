/** Why something at a gateway failed, and whether it was reached at all. */
export function reasonOf(
  error: unknown,
  gateway: string,
): { readonly message: string; readonly isUnreachable: boolean } {
  const message = error instanceof Error ? error.message : String(error);
  const isUnreachable = error instanceof TypeError && message === "fetch failed";
  return { message: isUnreachable ? `${gateway} does not answer.` : message, isUnreachable };
}
