import type { Response } from "express";

/** The id under which a request appears in answers and logs; one is set before anything else runs. */
export function requestId(response: Response): string {
  const id: unknown = response.locals["requestId"];
  return typeof id === "string" ? id : "";
}
