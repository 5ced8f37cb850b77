import type { SecretBox } from "./createSecretBox.ts";
import type { Subscription } from "./subscription.ts";

type Secrets = Pick<Subscription, "subscriptionId" | "secret" | "earlierSecret" | "earlierUntil">;

/** The secrets to sign with: the present one, and the one before it while both are valid. */
export async function validSecrets(
  box: SecretBox,
  { subscriptionId, secret, earlierSecret, earlierUntil }: Secrets,
  now: number,
): Promise<readonly string[]> {
  const isBoth = earlierSecret !== null && earlierUntil !== null && earlierUntil.getTime() > now;
  const sealed = isBoth ? [secret, earlierSecret] : [secret];
  return Promise.all(sealed.map((each) => box.open(each, subscriptionId)));
}
