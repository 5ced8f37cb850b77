import { ZeroHash } from "ethers";
import type { Registration } from "./registration.ts";

/** A registration as `ILienTypes.Registration` spells it; all zero for none yet. */
export function registrationStruct(registration: Registration | undefined): Registration {
  return registration ?? { number: ZeroHash, registeredAt: 0 };
}
