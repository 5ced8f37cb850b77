import { runServer } from "./stack/runServer.ts";

/** The same as `start` without demonstration and demo sign-in; configured from the environment. */
await runServer({ demo: false, arguments: process.argv.slice(2) });
