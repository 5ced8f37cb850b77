import { EpcisFields } from "./EpcisFields.ts";
import type { EpcisPrefixes } from "./epcisPrefixes.ts";
import { extensionText } from "./extensionText.ts";
import { type EventPart, sensorText } from "./sensorText.ts";

type Members = Readonly<Record<string, unknown>>;

/**
 * The text that the hash of an event is made of: CBV 2.0 section 8.9. Fields come in the standard's order, lists
 * sorted; what the standard doesn't name comes last. When and under which identifier the event was recorded, and
 * declarations that it was wrong, are no part of it.
 */
export function preHashText(event: Members, prefixes: EpcisPrefixes): string {
  const fields = new EpcisFields(event, prefixes);
  fields.skip("eventID", "recordTime", "errorDeclaration", "certificationInfo");
  fields.skip("type", "isA", "id");
  const parts: EventPart[] = [];
  const add = (...more: readonly EventPart[]): string => {
    parts.push(...more);
    return more.map(({ text }) => text).join("");
  };
  const quantities = (name: string): string =>
    add(list(name, quantityParts(fields, name, prefixes)));
  const epcs = (name: string): string => {
    const text = fields.value(name, name, "epc");
    return text === "" ? "" : name + text;
  };
  const text = [
    `eventType=${typeOf(event)}`,
    fields.values("eventTime", "eventTimeZoneOffset"),
    epcs("epcList"),
    fields.value("parentID"),
    epcs("inputEPCList"),
    epcs("childEPCs"),
    quantities("quantityList"),
    quantities("childQuantityList"),
    quantities("inputQuantityList"),
    epcs("outputEPCList"),
    quantities("outputQuantityList"),
    fields.values("action", "transformationID", "bizStep", "disposition"),
    ...fields.objects("persistentDisposition").map((each) => {
      const sets = new EpcisFields(each, prefixes).values("set", "unset");
      return sets === "" ? "" : `persistentDisposition${sets}`;
    }),
    ...["readPoint", "bizLocation"].flatMap((name) =>
      fields.objects(name).map((each) => add(place(name, each, prefixes))),
    ),
    ...["bizTransaction", "source", "destination"].map((name) =>
      add(list(`${name}List`, typedParts(fields, name, prefixes))),
    ),
    add(...sorted(fields.objects("sensorElementList").map((each) => sensorText(each, prefixes)))),
  ].join("");
  const ilmd = fields.objects("ilmd").map((each) => {
    const inside = extensionText(each, prefixes).sort().join("");
    return inside === "" ? "" : `ilmd${inside}`;
  });
  const rest = extensionText(fields.rest(), prefixes);
  const last = [...ilmd, ...parts.map(({ extension }) => extension), ...rest];
  return text + last.sort().join("");
}

function typeOf(event: Members): string {
  return String(event["type"] ?? event["@type"] ?? event["isA"] ?? "").replace(/^epcis:/, "");
}

function quantityParts(fields: EpcisFields, name: string, prefixes: EpcisPrefixes): EventPart[] {
  return fields.objects(name).map((each) => {
    const quantity = new EpcisFields(each, prefixes);
    const text = quantity.values("epcClass", "quantity", "uom");
    return withRest("quantityElement", text, quantity, prefixes);
  });
}

/** A reference comes behind its type. */
function typedParts(fields: EpcisFields, name: string, prefixes: EpcisPrefixes): EventPart[] {
  return fields.objects(`${name}List`).map((each) => {
    const typed = new EpcisFields(each, prefixes);
    const text = typed.value("type", `${name}Type`) + typed.value(name);
    return { text, extension: withRest(name, text, typed, prefixes).extension };
  });
}

function place(name: string, members: Members, prefixes: EpcisPrefixes): EventPart {
  const fields = new EpcisFields(members, prefixes);
  return withRest(name, fields.value("id"), fields, prefixes);
}

function withRest(
  name: string,
  text: string,
  fields: EpcisFields,
  prefixes: EpcisPrefixes,
): EventPart {
  const rest = extensionText(fields.rest(), prefixes).sort().join("");
  return { text: text === "" ? "" : name + text, extension: rest === "" ? "" : name + rest };
}

function list(name: string, parts: readonly EventPart[]): EventPart {
  const text = sorted(parts)
    .map((each) => each.text)
    .join("");
  const extensions = parts.map(({ extension }) => extension).filter((each) => each !== "");
  return {
    text: text === "" ? "" : name + text,
    extension: extensions.length === 0 ? "" : name + extensions.sort().join(""),
  };
}

function sorted(parts: readonly EventPart[]): EventPart[] {
  return [...parts].sort((a, b) => (a.text < b.text ? -1 : 1));
}
