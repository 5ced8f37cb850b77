import { EpcisFields } from "./EpcisFields.ts";
import type { EpcisPrefixes } from "./epcisPrefixes.ts";
import { extensionText } from "./extensionText.ts";

/** The standard fields of a part of an event, and what is left of it for the end of the hash. */
export type EventPart = { readonly text: string; readonly extension: string };

type Members = Readonly<Record<string, unknown>>;

const metadataFields = [
  ...["time", "startTime", "endTime", "deviceID", "deviceMetadata", "rawData"],
  ...["dataProcessingMethod", "bizRules"],
];
const reportFields = [
  ...["exception", "deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "time"],
  ...["microorganism", "chemicalSubstance", "value", "component", "stringValue", "booleanValue"],
  ...["hexBinaryValue", "uriValue", "minValue", "maxValue", "meanValue", "sDev", "percRank"],
  ...["percValue", "uom", "coordinateReferenceSystem"],
];

/** What a sensor element of an event gives its hash. */
export function sensorText(element: Members, prefixes: EpcisPrefixes): EventPart {
  const fields = new EpcisFields(element, prefixes);
  const parts = [
    ...fields.objects("sensorMetadata").map((each) => {
      const metadata = new EpcisFields(each, prefixes);
      return part("sensorMetadata", metadata.values(...metadataFields), metadata, prefixes);
    }),
    ...fields
      .objects("sensorReport")
      .map((each) => {
        const report = new EpcisFields(each, prefixes);
        const text = report.value("type", "sensorType") + report.values(...reportFields);
        return part("sensorReport", text, report, prefixes);
      })
      .sort((a, b) => (a.text < b.text ? -1 : 1)),
  ];
  const text = parts.map((each) => each.text).join("");
  const extensions = parts.map((each) => each.extension).filter((each) => each !== "");
  const all = [...extensions, ...extensionText(fields.rest(), prefixes)].sort().join("");
  return {
    text: text === "" ? "" : `sensorElement${text}`,
    extension: all === "" ? "" : `sensorElement${all}`,
  };
}

function part(name: string, text: string, fields: EpcisFields, prefixes: EpcisPrefixes): EventPart {
  const rest = extensionText(fields.rest(), prefixes).sort().join("");
  return { text: text === "" ? "" : name + text, extension: rest === "" ? "" : name + rest };
}
