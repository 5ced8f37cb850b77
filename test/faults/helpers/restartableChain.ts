import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readBlock } from "../../../gateway/chain/readBlock.ts";
import { startAnvil, type TestChain } from "../../gateway/helpers/startAnvil.ts";

/** A chain whose node can be killed and comes back with its blocks and an empty pool. */
export interface RestartableChain extends TestChain {
  /** `meanwhile` runs while there is no node. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
}

/** Starts anvil; what it mined outlives `restart`, what waits in its pool does not. */
export async function restartableChain(): Promise<RestartableChain> {
  let chain = await startAnvil();
  const { url, chainId } = chain;
  const genesisTime = (await readBlock(chain.rpc, 0))?.timestamp ?? 0;
  return {
    url,
    chainId,
    rpc: { send: (...call) => chain.rpc.send(...call), destroy: () => chain.rpc.destroy() },
    stop: () => chain.stop(),
    async restart(meanwhile) {
      // Without blocks from here on, so that the dump holds all of them.
      await chain.rpc.send("evm_setAutomine", [false]);
      const dump = String(await chain.rpc.send("anvil_dumpState", []));
      const stateFile = join(tmpdir(), `tallystick-anvil-${process.pid}.json`);
      await writeFile(stateFile, gunzipSync(Buffer.from(dump.slice(2), "hex")));
      await chain.stop();
      await meanwhile();
      const port = Number(new URL(url).port);
      chain = await startAnvil({ stateFile, genesisTime, port, mining: false });
      // A node that is given block 0's time takes it for its clock's.
      await chain.rpc.send("evm_setTime", [Math.ceil(Date.now() / 1_000)]);
      await chain.rpc.send("evm_setAutomine", [true]);
      await chain.rpc.send("evm_mine", []);
      await rm(stateFile);
    },
  };
}
