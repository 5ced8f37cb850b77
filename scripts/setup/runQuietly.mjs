import { spawn } from "node:child_process";

/** Runs a command of the setup with its output on standard error, which belongs to no JSON reader. */
export function runQuietly(command, args, { cwd, path }) {
  const env = { ...process.env, PATH: path.join(":"), HARDHAT_DISABLE_TELEMETRY: "true" };
  // `npm run -s` would silence the errors of the npm that installs, too.
  for (const name of ["npm_config_loglevel", "npm_config_prefix", "npm_config_local_prefix"]) {
    delete env[name];
  }
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", 2, 2] });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(undefined);
      else reject(new Error(`${command} ${args.join(" ")} ended with ${signal ?? `code ${code}`}`));
    });
  });
}
