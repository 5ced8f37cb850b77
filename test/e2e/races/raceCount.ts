/** How many things are raced for: 1,000, or as many as TALLYSTICK_RACES says. */
export function raceCount(): number {
  const asked = Number(process.env["TALLYSTICK_RACES"] ?? 1_000);
  if (!Number.isSafeInteger(asked) || asked < 4 || asked > 9_000)
    throw new Error("TALLYSTICK_RACES is not a count from 4 to 9,000");
  return asked;
}
