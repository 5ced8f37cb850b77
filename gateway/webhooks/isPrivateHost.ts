import type { UrlPolicy } from "./urlPolicy.ts";

/** Whether the operator named this URL's host, or its host and port. */
export function isPrivateHost(url: URL, { privateHosts }: UrlPolicy): boolean {
  const host = url.hostname.toLowerCase();
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  return privateHosts.includes(host) || privateHosts.includes(`${host}:${port}`);
}
