import { addressRefusal } from "./addressRefusal.ts";
import { isPrivateHost } from "./isPrivateHost.ts";
import type { HostAddress, ResolveHost } from "./resolveHost.ts";
import type { UrlPolicy } from "./urlPolicy.ts";
import { WebhookRefused } from "./WebhookRefused.ts";

/**
 * The addresses to connect to, all of them checked. One refused address refuses the name: whoever mixes a private one
 * among public ones means the private one.
 */
export async function checkedAddresses(
  url: URL,
  policy: UrlPolicy,
  resolve: ResolveHost,
): Promise<readonly HostAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isListed = isPrivateHost(url, policy);
  const addresses = await resolve(host, isListed);
  if (addresses.length === 0) throw new WebhookRefused(`${host} has no address.`);
  if (isListed) return addresses;
  for (const { address } of addresses) {
    const refusal = addressRefusal(address);
    if (refusal === undefined) continue;
    throw new WebhookRefused(`${host} has an address that events are not posted to (${refusal}).`);
  }
  return addresses;
}
