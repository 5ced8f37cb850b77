import type { Words } from "../words/wordsOf.ts";

/** An ageing bucket in words. */
export function bucketName(bucket: string, words: Words): string {
  const [side = "", from = "", to = ""] = bucket.split("-");
  const days = from === "over" ? `>${to}` : `${from}–${to}`;
  return words.say(side === "due" ? "due" : "late", { days });
}
