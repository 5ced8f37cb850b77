import { lookup, Resolver } from "node:dns/promises";
import { isIP } from "node:net";

/** An IP address that a name has. */
export interface HostAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Asks for the addresses of a name. `asSystem`: with hosts file and search domains, as programs here resolve it. */
export type ResolveHost = (host: string, asSystem: boolean) => Promise<readonly HostAddress[]>;

function addressOf(address: string): HostAddress {
  return { address, family: isIP(address) === 6 ? 6 : 4 };
}

/**
 * Names of strangers are asked of DNS directly: the system's resolver works in a handful of threads that everything in
 * this process shares, and a name whose server never answers would hold one.
 */
export const resolveHost: ResolveHost = async (host, asSystem) => {
  if (isIP(host) !== 0) return [addressOf(host)];
  if (asSystem) {
    const found = await lookup(host, { all: true });
    return found.map(({ address }) => addressOf(address));
  }
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const addresses = [four, six].flatMap((part) => (part.status === "fulfilled" ? part.value : []));
  if (addresses.length === 0 && four.status === "rejected") throw four.reason;
  return addresses.map(addressOf);
};
