import ipaddr from "ipaddr.js";

// What IPv6 calls global unicast today (RFC 4291, 2000::/3); everything else is somebody's private use or not assigned.
const globalUnicast = ipaddr.parseCIDR("2000::/3");

/**
 * Why events are not posted to an IP address, or undefined where it is public. Addresses that carry another one inside
 * (IPv4-mapped, NAT64, 6to4, Teredo) are refused with all that are not plain unicast: what they reach is up to a router.
 */
export function addressRefusal(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return "no IP address";
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== "unicast") return range;
  if (parsed.kind() === "ipv6" && !parsed.match(globalUnicast)) return "not assigned";
  return undefined;
}
