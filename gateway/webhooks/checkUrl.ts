import { addressRefusal } from "./addressRefusal.ts";
import { isPrivateHost } from "./isPrivateHost.ts";
import type { UrlPolicy } from "./urlPolicy.ts";
import { WebhookRefused } from "./WebhookRefused.ts";

const LONGEST_URL = 2_048;
const FIRST_FREE_PORT = 1_024;

function parse(text: string): URL {
  const url = text.length > LONGEST_URL ? null : URL.parse(text);
  if (url === null) throw new WebhookRefused("The address is not a URL.");
  return url;
}

/** The host without the brackets that an IPv6 address has in a URL. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

/**
 * What can be told from a URL alone; the addresses of its name are checked at every attempt. Throws `WebhookRefused`
 * with a sentence. Numbers that stand for an IPv4 address in some spelling have been made one by the parser.
 */
export function checkUrl(text: string, policy: UrlPolicy): URL {
  const url = parse(text);
  const isListed = isPrivateHost(url, policy);
  const mayBeHttp = policy.allowHttp || isListed;
  if (url.protocol !== "https:" && !(url.protocol === "http:" && mayBeHttp)) {
    throw new WebhookRefused("Events are posted by https only.");
  }
  if (url.username !== "" || url.password !== "") {
    throw new WebhookRefused(
      "A URL with a user or password in it is refused: verify the signature.",
    );
  }
  if (url.hash !== "") throw new WebhookRefused("A URL with a fragment can't be posted to.");
  if (isListed) return url;
  const port = url.port === "" ? undefined : Number(url.port);
  if (port !== undefined && port < FIRST_FREE_PORT && port !== 443 && port !== 80) {
    throw new WebhookRefused(`Port ${port} is refused: below 1024 only 443 and 80 are used.`);
  }
  const host = bareHost(url);
  const isAddress = url.hostname.startsWith("[") || /^\d+\.\d+\.\d+\.\d+$/.test(host);
  const refusal = isAddress ? addressRefusal(host) : undefined;
  if (refusal !== undefined) {
    throw new WebhookRefused(`Events are not posted to ${host} (${refusal}).`);
  }
  return url;
}
