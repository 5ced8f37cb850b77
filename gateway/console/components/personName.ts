/** A person of a member for people: a demonstration's people have words, others are called as they signed in. */
export function personName(
  person: string | undefined,
  words: Readonly<Record<string, string>>,
): string {
  if (person === undefined) return "";
  const [, name = person] = /^demo:(.+)$/.exec(person) ?? [];
  return words[name] ?? name;
}
