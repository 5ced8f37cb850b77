import type { PKCS11 } from "pkcs11js";
import { ProblemError } from "../../errors/problemError.ts";

type Library = typeof import("pkcs11js");

/** A vendor's PKCS#11 module, and the names of its numbers. */
export interface Module {
  readonly pkcs11: PKCS11;
  readonly numbers: Library;
}

const loaded = new Map<string, Promise<Module>>();

async function open(path: string): Promise<Module> {
  let numbers: Library;
  try {
    const imported = await import("pkcs11js");
    // A CommonJS package: its names are on the default export.
    numbers = ("default" in imported ? imported.default : imported) as Library;
  } catch {
    throw new ProblemError("signer-failed", "The package pkcs11js is not installed.");
  }
  const pkcs11 = new numbers.PKCS11();
  try {
    pkcs11.load(path);
    pkcs11.C_Initialize({ flags: numbers.CKF_OS_LOCKING_OK });
  } catch (error) {
    const code = error instanceof numbers.Pkcs11Error ? error.code : undefined;
    if (code !== numbers.CKR_CRYPTOKI_ALREADY_INITIALIZED) {
      throw new ProblemError("signer-unreachable", `The PKCS#11 module ${path} can't be loaded.`);
    }
  }
  return { pkcs11, numbers };
}

/** Loads a module once per process, as PKCS#11 demands; it stays until the process ends. */
export function loadModule(path: string): Promise<Module> {
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const opening = open(path);
  loaded.set(path, opening);
  opening.catch(() => loaded.delete(path));
  return opening;
}
