import { useContext } from "react";
import { SessionContext, type SessionValue } from "./SessionContext.ts";

/** The session; only below `SessionProvider`. */
export function useSession(): SessionValue {
  const value = useContext(SessionContext);
  if (value === undefined) throw new Error("useSession needs a SessionProvider above it");
  return value;
}
