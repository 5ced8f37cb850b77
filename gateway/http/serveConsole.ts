import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";
import { ProblemError } from "../errors/problemError.ts";

const apiPaths = /^\/(v1|docs|openapi\.json|livez|readyz)(\/|$)/;

/** The built web console; paths that are no file are the console's own and get its page. */
export function serveConsole(directory: string): Router {
  const router = Router();
  const page = join(directory, "index.html");
  router.use(
    express.static(directory, {
      index: "index.html",
      setHeaders: (response, file) => {
        // Vite names assets by content; the page itself must always be asked for again.
        const isAsset = file.includes(join(directory, "assets"));
        response.setHeader(
          "cache-control",
          isAsset ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    }),
  );
  router.get("/{*path}", (request, response, next) => {
    if (apiPaths.test(request.path) || !request.accepts("html")) return next();
    if (!existsSync(page)) {
      const detail = "The web console is not built here. The API is described at /docs.";
      return next(new ProblemError("console-missing", detail));
    }
    response.set("cache-control", "no-cache").sendFile(page);
  });
  return router;
}
