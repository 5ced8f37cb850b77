import { Result } from "ethers";

/** The fields of a struct that a contract answered with, by name. */
export function named(struct: unknown): Record<string, unknown> {
  if (!(struct instanceof Result)) throw new Error("that is no struct of a contract");
  return struct.toObject();
}
