/** Addresses of share servers: those that are given, or one port after the other on this machine. */
export function tagAddresses(servers: string, urls: string | undefined): readonly string[] {
  if (urls !== undefined) return urls.split(",").map((url) => url.trim());
  return Array.from({ length: Number(servers) }, (_, place) => `http://127.0.0.1:${8081 + place}`);
}
