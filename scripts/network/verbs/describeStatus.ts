import type { NetworkStatus } from "./status.ts";

/** A network's state in lines for people. */
export function describeStatus(status: NetworkStatus): string[] {
  const { validators, gateways, height, secondsSinceBlock, proofCoverage, warnings } = status;
  const head =
    height === null ? "no validator answers" : `block ${height}, ${secondsSinceBlock} s ago`;
  const proofs = proofCoverage === null ? "" : `, ${Math.floor(proofCoverage * 100)} % proven`;
  return [
    ...validators.map(({ index, up, height: own, hash }) => {
      const place = up ? `block ${own} ${hash?.slice(0, 10)}` : "doesn't answer";
      return `validator ${index}  ${place}`;
    }),
    ...gateways.map(({ url, ready }, index) => {
      return `gateway ${index + 1}    ${url} ${ready ? "is ready" : "isn't ready"}`;
    }),
    `${head}${proofs}`,
    ...warnings,
  ];
}
