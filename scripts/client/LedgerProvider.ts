import { JsonRpcProvider, type Subscriber, type Subscription } from "ethers";

type Polling = Subscriber & { _poll(...asked: unknown[]): Promise<void> };

function isPolling(subscriber: Subscriber): subscriber is Polling {
  return "_poll" in subscriber && typeof subscriber._poll === "function";
}

/**
 * A JSON-RPC provider that may be destroyed while it polls for receipts. Nobody awaits those polls in ethers (6.17,
 * OnBlockSubscriber), so that the rejection of a late one would end the process; the next poll makes up for it.
 */
export class LedgerProvider extends JsonRpcProvider {
  override _getSubscriber(subscription: Subscription): Subscriber {
    const subscriber = super._getSubscriber(subscription);
    if (isPolling(subscriber)) {
      const poll = subscriber._poll.bind(subscriber);
      subscriber._poll = (...asked) => poll(...asked).catch(() => undefined);
    }
    return subscriber;
  }
}
