import { documentDate } from "../documentDate.ts";
import type { InspectedEpcis } from "../inspectedDocument.ts";
import { isRecord } from "../isRecord.ts";
import { ProblemList } from "../ProblemList.ts";
import { sha256Digest } from "../sha256Digest.ts";
import { checkEvent } from "./checkEvent.ts";
import { epcisEventHash } from "./epcisEventHash.ts";
import type { EpcisEventList } from "./epcisEvents.ts";

/**
 * Reads events of EPCIS 2.0. One event is identified by its hash; several by SHA-256 over their hashes' hexadecimal
 * digits, sorted and put one after another.
 */
export function readEpcis(list: EpcisEventList, digest: `0x${string}`): InspectedEpcis {
  const problems = new ProblemList();
  const issued = list.document === undefined ? null : checkDocument(list.document, problems);
  const eventHashes: string[] = [];
  const firstWith = new Map<string, number>();
  for (const [index, event] of list.events.entries()) {
    const path = list.pathOf(index);
    if (!isRecord(event)) {
      problems.add(path, "It is not an event.");
      continue;
    }
    checkEvent(event, path, problems);
    const hash = epcisEventHash(event, list.context);
    const earlier = firstWith.get(hash);
    if (earlier === undefined) firstWith.set(hash, index);
    else problems.add(path, `It is the same event as ${list.pathOf(earlier)}.`);
    eventHashes.push(hash);
  }
  if (list.events.length === 0)
    problems.add(list.pathOf(0).replace(/\/0$/, ""), "There is no event.");
  return {
    kind: "epcis",
    identity: identityOf(eventHashes),
    digest,
    number: null,
    seller: null,
    buyer: null,
    amount: null,
    issued,
    due: null,
    events: list.events.length,
    eventHashes,
    problems: problems.all(),
  };
}

function identityOf(hashes: readonly string[]): string {
  const [only] = hashes;
  if (hashes.length === 1 && only !== undefined) return only;
  const digits = hashes.map((hash) => /;([0-9a-f]+)\?/.exec(hash)?.[1] ?? "").sort();
  return `ni:///sha-256;${sha256Digest(digits.join("")).slice(2)}`;
}

/** What EPCIS 2.0 (section 10.1) demands around the events; returns the day that the document was made. */
function checkDocument(
  document: Readonly<Record<string, unknown>>,
  problems: ProblemList,
): string | null {
  if (document["@context"] === undefined) problems.add("/@context", "The context is missing.");
  const version = document["schemaVersion"];
  if (version === undefined) problems.add("/schemaVersion", "The version is missing.");
  else if (!/^2\.\d+(\.\d+)*$/.test(String(version))) {
    problems.add("/schemaVersion", `"${String(version).slice(0, 20)}" is not EPCIS 2.`);
  }
  const created = document["creationDate"];
  if (typeof created === "string") return documentDate(created, "/creationDate", problems);
  problems.add("/creationDate", "The time of creation is missing.");
  return null;
}
