import type { RequestHandler } from "express";
import type { Drain } from "./drain.ts";

/** Tells clients whose answers leave while the gateway stops that they had better connect anew. */
export function closeWhenDraining(drain: Drain): RequestHandler {
  return (_request, response, next) => {
    if (drain.hasBegun) response.set("connection", "close");
    else {
      // A write that began before is answered after; its connection must not carry another one.
      const close = () => {
        if (!response.headersSent) response.set("connection", "close");
      };
      drain.signal.addEventListener("abort", close, { once: true });
      response.once("close", () => drain.signal.removeEventListener("abort", close));
    }
    next();
  };
}
