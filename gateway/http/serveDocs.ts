import { createRequire } from "node:module";
import { dirname } from "node:path";
import express, { Router } from "express";
import { securityHeaders } from "./securityHeaders.ts";

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tallystick API</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
</head>
<body>
<div id="page"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#page", deepLinking: true });\n`;

/** The API's page at /docs: Swagger UI served from its npm package, without any other origin. */
export function serveDocs(): Router {
  const assets = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  const router = Router();
  router.use("/docs", securityHeaders(true));
  router.get("/docs", (_request, response) => {
    response.type("html").send(page);
  });
  router.get("/docs/start.js", (_request, response) => {
    response.type("js").send(start);
  });
  router.use("/docs/assets", express.static(assets, { index: false, maxAge: "1d" }));
  return router;
}
