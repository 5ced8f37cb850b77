import ipaddr from "ipaddr.js";

function rangeOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (text.includes("/")) return ipaddr.parseCIDR(text);
  const address = ipaddr.parse(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

/** Network addresses from which something may be used: `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`. */
export const addressRanges = {
  isRange(text: string): boolean {
    return ipaddr.isValidCIDR(text) || ipaddr.isValid(text);
  },

  /** IPv4 addresses that arrive in IPv6 form are the IPv4 addresses that they are. No ranges: anywhere. */
  include(ranges: readonly string[], address: string | undefined): boolean {
    if (ranges.length === 0) return true;
    if (address === undefined || !ipaddr.isValid(address)) return false;
    const from = ipaddr.process(address);
    return ranges.some((text) => {
      const [range, bits] = rangeOf(text);
      return range.kind() === from.kind() && from.match(range, bits);
    });
  },
} as const;
