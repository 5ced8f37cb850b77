import { pause } from "../../gateway/helpers/pause.ts";
import type { Exchange, FaultProxy, ProxiedAnswer, ProxiedCall, ProxyFault } from "./faultProxy.ts";
import type { RestartableChain } from "./restartableChain.ts";

/** What a fault may act upon. */
export interface FaultScene {
  readonly proxy: FaultProxy;
  /** The honest node. */
  readonly chain: RestartableChain;
  /** In [0, 1), by the seed. */
  random(): number;
}

/** A way in which a node fails its gateway; `inject` returns when it is over. */
export interface FaultKind {
  readonly name: string;
  inject(scene: FaultScene): Promise<void>;
}

const LONGEST_WAIT_MS = 30_000;

/** A whole number from `least` to `most`. */
function between(scene: FaultScene, least: number, most: number): number {
  return least + Math.floor(scene.random() * (most - least + 1));
}

/** Keeps a fault on duty until it has met one to four requests, or one and its time is over. */
async function play(name: string, scene: FaultScene, fault: ProxyFault): Promise<void> {
  const times = between(scene, 1, 4);
  const longestMs = between(scene, 50, 400);
  const armed = scene.proxy.arm(fault);
  const began = performance.now();
  try {
    while (armed.met() < times) {
      const lasted = performance.now() - began;
      if (armed.met() > 0 && lasted > longestMs) return;
      if (lasted > LONGEST_WAIT_MS) throw new Error(`Fault "${name}" met no request.`);
      await pause(5);
    }
  } finally {
    armed.disarm();
  }
}

type Meets = (call: ProxiedCall) => boolean;
type Change = (
  answer: ProxiedAnswer,
  call: ProxiedCall,
  scene: FaultScene,
) => ProxiedAnswer | undefined | Promise<ProxiedAnswer | undefined>;

/** Ways to declare kinds of fault. */
export const faultKind = {
  between,

  /** Something that happens to such an HTTP request. */
  request(
    name: string,
    meets: (exchange: Exchange) => boolean,
    run: (exchange: Exchange, scene: FaultScene) => Promise<void>,
  ): FaultKind {
    const fault = (scene: FaultScene) => ({
      meets,
      play: (exchange: Exchange) => run(exchange, scene),
    });
    return { name, inject: (scene) => play(name, scene, fault(scene)) };
  },

  /** Something that happens to an HTTP request that holds such a call. */
  exchange(
    name: string,
    meets: Meets,
    run: (exchange: Exchange, scene: FaultScene) => Promise<void>,
  ): FaultKind {
    return faultKind.request(name, ({ calls }) => calls.some(meets), run);
  },

  /** Honest answers, of which those to such calls are changed; undefined leaves one out. */
  answer(name: string, meets: Meets, change: Change): FaultKind {
    return faultKind.exchange(name, meets, async (exchange, scene) => {
      const answers = await exchange.forward();
      const changed = await Promise.all(
        exchange.calls.map((call, index) => {
          const answer = answers[index];
          if (answer === undefined) return undefined;
          return meets(call) ? change(answer, call, scene) : answer;
        }),
      );
      exchange.reply(changed.filter((answer) => answer !== undefined));
    });
  },

  /** The same while receipts stay away, so that the gateway asks what it asks about old transactions alone. */
  withoutReceipts({ name, inject }: FaultKind): FaultKind {
    const isReceipt = ({ method }: ProxiedCall) => method === "eth_getTransactionReceipt";
    const nothing: ProxyFault = {
      meets: ({ calls }) => calls.every(isReceipt),
      play: async (exchange) =>
        exchange.reply(exchange.calls.map(({ id }) => ({ jsonrpc: "2.0", id, result: null }))),
    };
    return {
      name,
      async inject(scene) {
        const armed = scene.proxy.arm(nothing);
        await inject(scene).finally(() => armed.disarm());
      },
    };
  },

  /** Something that is done to the node, and undone. */
  scene(name: string, inject: (scene: FaultScene) => Promise<void>): FaultKind {
    return { name, inject };
  },
} as const;
