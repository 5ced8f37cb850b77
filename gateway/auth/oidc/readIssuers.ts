import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type IssuerSettings, issuerSettings } from "./issuerSettings.ts";

function reasonOf(cause: unknown): string {
  if (cause instanceof z.ZodError) {
    return cause.issues.map(({ path, message }) => `${path.join(".")}: ${message}.`).join(" ");
  }
  return cause instanceof Error ? cause.message : String(cause);
}

function assertDistinct(issuers: readonly IssuerSettings[]): void {
  for (const field of ["name", "issuer"] as const) {
    if (new Set(issuers.map((each) => each[field])).size !== issuers.length) {
      throw new Error(`Two of them have the same ${field}.`);
    }
  }
}

/** Reads OIDC_ISSUERS_FILE, a JSON array; refuses in a sentence what is not usable. None without a file. */
export async function readIssuers(file: string | undefined): Promise<readonly IssuerSettings[]> {
  if (file === undefined) return [];
  try {
    const issuers = z.array(issuerSettings).parse(JSON.parse(await readFile(file, "utf8")));
    assertDistinct(issuers);
    return issuers;
  } catch (cause) {
    throw new Error(`The identity providers in ${file} can't be used. ${reasonOf(cause)}`, {
      cause,
    });
  }
}
