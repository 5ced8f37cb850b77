import { expect } from "chai";
import { addressRefusal } from "../../../gateway/webhooks/addressRefusal.ts";
import { checkUrl } from "../../../gateway/webhooks/checkUrl.ts";
import { postWebhook } from "../../../gateway/webhooks/postWebhook.ts";
import type { HostAddress } from "../../../gateway/webhooks/resolveHost.ts";
import { retryAfter } from "../../../gateway/webhooks/retryAfter.ts";
import type { UrlPolicy } from "../../../gateway/webhooks/urlPolicy.ts";
import { WebhookRefused } from "../../../gateway/webhooks/WebhookRefused.ts";
import { webhookReceiver } from "../helpers/webhookReceiver.ts";

const strict: UrlPolicy = { allowHttp: false, privateHosts: [] };

describe("A webhook's URL", () => {
  const refused: [string, string][] = [
    ["plain http", "http://example.com/"],
    ["another scheme", "file:///etc/passwd"],
    ["a user in it", "https://user@example.com/"],
    ["a password in it", "https://user:word@example.com/"],
    ["a fragment", "https://example.com/#top"],
    ["a low port", "https://example.com:22/"],
    ["loopback", "https://127.0.0.1/"],
    ["loopback as one number", "https://2130706433/"],
    ["loopback in octal", "https://0177.0.0.1/"],
    ["loopback in hexadecimal", "https://0x7f.1/"],
    ["loopback in full-width digits", "https://１２７.0.0.1/"],
    ["a private IPv6 address", "https://[fd00::1]/"],
    ["a mapped IPv4 address", "https://[::ffff:10.0.0.1]/"],
    ["more than 2,048 characters", `https://example.com/${"x".repeat(2_048)}`],
  ];
  for (const [what, url] of refused) {
    it(`is refused with ${what}`, () => {
      expect(() => checkUrl(url, strict)).to.throw(WebhookRefused);
    });
  }

  const taken = ["https://example.com/", "https://example.com:8443/hook?x=1", "https://1.1.1.1/"];
  for (const url of taken) {
    it(`is taken: ${url}`, () => {
      expect(checkUrl(url, strict).href).to.equal(url);
    });
  }

  it("may be private, low and plain where the operator names its host, or its host and port", () => {
    const policy = { allowHttp: false, privateHosts: ["erp.bank.internal", "10.0.0.5:81"] };
    expect(checkUrl("http://ERP.bank.internal:25/", policy).port).to.equal("25");
    expect(checkUrl("http://10.0.0.5:81/", policy).port).to.equal("81");
    expect(() => checkUrl("http://10.0.0.5:82/", policy)).to.throw(WebhookRefused);
    expect(() => checkUrl("https://other.bank.internal:25/", policy)).to.throw(WebhookRefused);
  });
});

describe("An address that events are posted to", () => {
  const refused: [string, string, string][] = [
    ["unspecified", "0.0.0.0", "::"],
    ["loopback", "127.8.9.1", "::1"],
    ["private", "10.1.2.3", "fc00::1"],
    ["private too", "172.31.255.255", "fd12:3456::1"],
    ["a home's", "192.168.0.1", "fec0::1"],
    ["link-local, where clouds keep credentials", "169.254.169.254", "fe80::1"],
    ["a carrier's", "100.64.0.1", "100::1"],
    ["multicast", "224.0.0.1", "ff02::1"],
    ["broadcast or reserved", "255.255.255.255", "4000::1"],
    ["of documentation", "192.0.2.1", "2001:db8::1"],
    ["of benchmarks", "198.18.0.1", "2001:2::1"],
    ["of protocols", "192.0.0.8", "2001::1"],
    ["an IPv4 address in another one", "192.88.99.1", "::ffff:8.8.8.8"],
    ["through NAT64", "240.0.0.1", "64:ff9b::a00:1"],
    ["through a network's own NAT64", "198.51.100.1", "64:ff9b:1::a00:1"],
    ["through 6to4", "203.0.113.1", "2002:a00:1::1"],
    ["IPv4-compatible", "127.0.0.1", "::10.0.0.1"],
  ];
  for (const [what, four, six] of refused) {
    it(`is not ${what}`, () => {
      expect(addressRefusal(four), four).to.be.a("string");
      expect(addressRefusal(six), six).to.be.a("string");
    });
  }

  it("is public", () => {
    expect(addressRefusal("8.8.8.8")).to.equal(undefined);
    expect(addressRefusal("2606:4700:4700::1111")).to.equal(undefined);
    expect(addressRefusal("not an address")).to.be.a("string");
  });
});

describe("A POST to a webhook", () => {
  // Global by its range and assigned to nobody: nothing ever answers there.
  const unrouted: HostAddress = { address: "3ffe::1", family: 6 };
  const private4: HostAddress = { address: "10.0.0.1", family: 4 };

  const post = (url: string, answers: readonly (readonly HostAddress[])[], policy = strict) => {
    let turn = 0;
    const asked: boolean[] = [];
    const resolve = async (_host: string, asSystem: boolean) => {
      asked.push(asSystem);
      return answers[Math.min(turn++, answers.length - 1)] ?? [];
    };
    const options = { policy, resolve, timeoutMs: 400 };
    const run = () => postWebhook({ url, headers: {}, body: '{"events":[]}' }, options);
    return { run, asked };
  };

  it("goes nowhere when the name has a private address, also among public ones", async () => {
    for (const addresses of [[private4], [unrouted, private4]]) {
      const outcome = await post("https://example.com/", [addresses]).run();
      expect(outcome.failure).to.include("not posted to (private)");
    }
  });

  it("resolves anew at every attempt: a name that turns private is refused then", async () => {
    const { run, asked } = post("https://rebinding.example/", [[unrouted], [private4]]);
    expect((await run()).failure).to.match(/did not answer|could not be reached/);
    expect((await run()).failure).to.include("private");
    expect(asked).to.deep.equal([false, false]);
  });

  it("connects to the address that was checked, whatever the name resolves to elsewhere", async () => {
    const receiver = await webhookReceiver();
    const { port } = new URL(receiver.url);
    const policy = { allowHttp: false, privateHosts: [`no-such-name.invalid:${port}`] };
    const here: HostAddress = { address: "127.0.0.1", family: 4 };
    const { run, asked } = post(`http://no-such-name.invalid:${port}/`, [[here]], policy);
    expect(await run()).to.include({ delivered: true, status: 200 });
    expect(asked).to.deep.equal([true]);
    expect(receiver.posts[0]?.headers.host).to.equal(`no-such-name.invalid:${port}`);
    await receiver.close();
  });

  it("ends in time when a name is never resolved", async () => {
    const options = { policy: strict, timeoutMs: 100 };
    const started = performance.now();
    const never = { ...options, resolve: () => new Promise<never>(() => undefined) };
    const outcome = await postWebhook(
      { url: "https://slow.example/", headers: {}, body: "" },
      never,
    );
    expect(outcome.failure).to.equal("It did not answer within 0.1 seconds.");
    expect(performance.now() - started).to.be.lessThan(1_000);
  });

  it("ends in time when the answer never does", async () => {
    const receiver = await webhookReceiver();
    receiver.answer = (_post, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write("x"), 50);
      response.once("close", () => clearInterval(drip));
    };
    const policy = { allowHttp: false, privateHosts: ["127.0.0.1"] };
    const started = performance.now();
    const { run } = post(receiver.url, [[{ address: "127.0.0.1", family: 4 }]], policy);
    expect((await run()).delivered).to.equal(true);
    expect(performance.now() - started).to.be.lessThan(2_000);
    await receiver.close();
  });

  it("reads Retry-After as seconds or as a date, up to an hour", () => {
    const now = Date.parse("2026-11-23T10:00:00Z");
    expect(retryAfter("7", now)).to.equal(7_000);
    expect(retryAfter("Mon, 23 Nov 2026 10:00:30 GMT", now)).to.equal(30_000);
    expect(retryAfter("999999", now)).to.equal(3_600_000);
    expect(retryAfter("Mon, 23 Nov 2026 09:00:00 GMT", now)).to.equal(0);
    expect(retryAfter("soon", now)).to.equal(undefined);
    expect(retryAfter(undefined, now)).to.equal(undefined);
  });
});
