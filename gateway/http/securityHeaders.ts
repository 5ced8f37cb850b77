import type { RequestHandler } from "express";
import helmet from "helmet";

const self = "'self'";

/**
 * Everything comes from the gateway itself, nothing is inline. `forDocs` allows the inline styles that Swagger UI sets.
 * HSTS is the business of whatever ends TLS in front of the gateway.
 */
export function securityHeaders(forDocs = false): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [self],
        scriptSrc: [self],
        styleSrc: forDocs ? [self, "'unsafe-inline'"] : [self],
        imgSrc: [self, "data:"],
        fontSrc: [self, "data:"],
        connectSrc: [self],
        objectSrc: ["'none'"],
        baseUri: [self],
        formAction: [self],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: "no-referrer" },
  });
}
