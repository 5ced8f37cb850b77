import { isRecord } from "../isRecord.ts";

/** The events of a document and where they are. */
export type EpcisEventList = {
  readonly events: readonly unknown[];
  /** Of the event with an index. */
  readonly pathOf: (index: number) => string;
  /** The `@context` values that hold for every event. */
  readonly context: readonly unknown[];
  /** The document around the events, when there is one. */
  readonly document: Readonly<Record<string, unknown>> | undefined;
};

const eventTypes = /^(epcis:)?(Object|Aggregation|Transaction|Transformation|Association)Event$/;

/**
 * Finds the events in JSON-LD of EPCIS 2.0: an EPCISDocument or EPCISQueryDocument, an object with an `eventList`, an
 * array of events, or one event.
 *
 * @returns undefined when the value is no EPCIS at all
 */
export function epcisEvents(value: unknown): EpcisEventList | undefined {
  if (Array.isArray(value)) {
    if (value.length === 0 || !value.some(isEvent)) return undefined;
    return { events: value, pathOf: (index) => `/${index}`, context: [], document: undefined };
  }
  if (!isRecord(value)) return undefined;
  const context = [value["@context"]].flat();
  if (isEvent(value)) {
    return { events: [value], pathOf: () => "", context: [], document: undefined };
  }
  const isDocument = /^(epcis:)?EPCIS(Query)?Document$/.test(typeOf(value));
  const found = listIn(value);
  if (found === undefined) {
    if (!isDocument) return undefined;
    return { events: [], pathOf: () => "/epcisBody/eventList", context, document: value };
  }
  if (!isDocument && !found.events.some(isEvent)) return undefined;
  const pathOf = (index: number): string => `${found.path}/${index}`;
  return { events: found.events, pathOf, context, document: isDocument ? value : undefined };
}

function typeOf(value: Readonly<Record<string, unknown>>): string {
  return String(value["type"] ?? value["@type"] ?? value["isA"] ?? "");
}

/** Also what only looks like an event, so that its missing type is a problem and not another kind of document. */
function isEvent(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return eventTypes.test(typeOf(value)) || "eventTimeZoneOffset" in value;
}

function listIn(
  value: Readonly<Record<string, unknown>>,
): { readonly events: readonly unknown[]; readonly path: string } | undefined {
  const places = [
    ["epcisBody", "eventList"],
    ["epcisBody", "event"],
    ["epcisBody", "queryResults", "resultsBody", "eventList"],
    ["eventList"],
  ];
  for (const place of places) {
    let inner: unknown = value;
    for (const name of place) inner = isRecord(inner) ? inner[name] : undefined;
    if (Array.isArray(inner)) return { events: inner, path: `/${place.join("/")}` };
    if (isRecord(inner)) return { events: [inner], path: `/${place.join("/")}` };
  }
  return undefined;
}
