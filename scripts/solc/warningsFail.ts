import { definePlugin } from "hardhat/plugins";
import type { SolidityHooks } from "hardhat/types/hooks";
import type { HardhatPlugin } from "hardhat/types/plugins";

/** Sizes (5574: contract, 3860: initcode) are checked with the bytecode: tests may be larger. */
const sizeCodes = new Set(["5574", "3860"]);

const invokeSolc: SolidityHooks["invokeSolc"] = async (context, compiler, input, config, next) => {
  const output = await next(context, compiler, input, config);
  // Instrumented sources warn about what the instrumentation put in.
  if (context.globalOptions.coverage) return output;
  for (const error of output.errors ?? []) {
    const ours = error.formattedMessage?.includes("--> project/") === true;
    const size = sizeCodes.has(error.errorCode ?? "");
    if (!ours || size || error.severity !== "warning") continue;
    error.severity = "error";
    error.type = "Error";
  }
  return output;
};

/** Keeps quiet about packages: their warnings are their authors' business. */
const getCompilationJobErrors: SolidityHooks["getCompilationJobErrors"] = async (
  context,
  job,
  output,
  next,
) => {
  const errors = await next(context, job, output);
  return errors.filter(
    ({ severity, formattedMessage }) =>
      severity === "error" || formattedMessage?.includes("node_modules/") !== true,
  );
};

/** Makes every warning of the compiler about our own files an error, so that none is ever left. */
export const warningsFail: HardhatPlugin = definePlugin({
  id: "warnings-fail",
  hookHandlers: {
    solidity: async () => ({ default: async () => ({ invokeSolc, getCompilationJobErrors }) }),
  },
});
