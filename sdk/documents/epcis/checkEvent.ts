import type { ProblemList } from "../ProblemList.ts";
import { canonicalEpcisTime } from "./canonicalEpcisTime.ts";
import { checkQuantities } from "./checkQuantities.ts";
import { identifierProblem } from "./identifierProblem.ts";

type Event = Readonly<Record<string, unknown>>;

const quantityLists = [
  ...["quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"],
];
const types = [
  ...["ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent"],
  "AssociationEvent",
];

/** Checks an event against what EPCIS 2.0 (section 7.4) demands of its kind. */
export function checkEvent(event: Event, path: string, problems: ProblemList): void {
  const type = String(event["type"] ?? event["@type"] ?? event["isA"] ?? "").replace(/^epcis:/, "");
  if (type === "") problems.add(`${path}/type`, "The kind of the event is missing.");
  else if (!types.includes(type)) {
    problems.add(`${path}/type`, `"${type.slice(0, 40)}" is not a kind of event of EPCIS 2.0.`);
  }
  checkTimes(event, path, problems);
  const { action } = event;
  const known = action === "ADD" || action === "OBSERVE" || action === "DELETE";
  if (type === "TransformationEvent") {
    if (action !== undefined) {
      problems.add(`${path}/action`, "A transformation has no action.");
    }
  } else if (!known) {
    const message = action === undefined ? "The action is missing." : "It is no known action.";
    problems.add(`${path}/action`, message);
  }
  checkObjects(type, event, path, problems);
  for (const name of quantityLists) checkQuantities(event[name], `${path}/${name}`, problems);
  checkIdentifiers(event, path, problems);
}

function checkTimes(event: Event, path: string, problems: ProblemList): void {
  const { eventTime: time, eventTimeZoneOffset: offset } = event;
  if (typeof time !== "string") problems.add(`${path}/eventTime`, "The time is missing.");
  else if (canonicalEpcisTime(time) === undefined) {
    const shown = time.slice(0, 40);
    problems.add(`${path}/eventTime`, `"${shown}" is not a time with an offset from UTC.`);
  }
  const where = `${path}/eventTimeZoneOffset`;
  if (typeof offset !== "string") problems.add(where, "The offset of the place is missing.");
  else if (!/^[+-](0\d|1[0-3]):[0-5]\d$|^[+-]14:00$/.test(offset)) {
    problems.add(where, `"${offset.slice(0, 20)}" is not an offset such as +08:00.`);
  }
}

function checkObjects(type: string, event: Event, path: string, problems: ProblemList): void {
  const has = (...names: readonly string[]): boolean =>
    names.some((name) => [event[name]].flat().some((each) => each !== undefined));
  const need = (there: boolean, name: string, message: string): void => {
    if (!there) problems.add(`${path}/${name}`, message);
  };
  const parent = typeof event["parentID"] === "string";
  if (type === "ObjectEvent") {
    need(has("epcList", "quantityList", "sensorElementList"), "epcList", "It is about no object.");
  } else if (type === "AggregationEvent" || type === "AssociationEvent") {
    const optional = type === "AggregationEvent" && event["action"] === "OBSERVE";
    need(parent || optional, "parentID", "The parent is missing.");
    const all = event["action"] === "DELETE";
    need(has("childEPCs", "childQuantityList") || all, "childEPCs", "It is about no object.");
  } else if (type === "TransactionEvent") {
    need(has("bizTransactionList"), "bizTransactionList", "The business transaction is missing.");
  } else if (type === "TransformationEvent") {
    const shared = has("transformationID");
    const inputs = has("inputEPCList", "inputQuantityList");
    const outputs = has("outputEPCList", "outputQuantityList");
    need(inputs || (shared && outputs), "inputEPCList", "Nothing goes in.");
    need(outputs || (shared && inputs), "outputEPCList", "Nothing comes out.");
  }
}

/** Every identifier in the event, wherever it is. */
function checkIdentifiers(value: unknown, path: string, problems: ProblemList): void {
  if (typeof value === "string") {
    const problem = identifierProblem(value);
    if (problem !== undefined) problems.add(path, problem);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      if (name !== "@context") checkIdentifiers(each, `${path}/${name}`, problems);
    }
  }
}
