import type { Request } from "express";
import type { Identity } from "./identity.ts";

/** One way to prove who asks. Undefined means that the request doesn't use this way; a bad proof is a 401 problem. */
export type Authenticator = (request: Request) => Promise<Identity | undefined>;
