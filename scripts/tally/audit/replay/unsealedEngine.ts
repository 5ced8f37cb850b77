import { ethereumHeaders, type HeaderCodec } from "@tallystick/sdk";
import type { AuditEngine } from "./auditEngine.ts";

/** An engine whose blocks carry no proof: that the node's chain is the ledger's rests on its head's hash alone. */
export function unsealedEngine(name: string, headers: HeaderCodec = ethereumHeaders): AuditEngine {
  return {
    headers,
    checked: 0,
    follow: () => [],
    facts: () => ({
      name,
      proof: "none",
      proves: "Blocks of this engine carry no seals: compare the head's hash with other auditors'.",
      validators: [],
      changes: [],
    }),
    save: () => null,
    load: () => undefined,
  };
}
