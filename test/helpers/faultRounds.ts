/** How many rounds of a fault a suite plays: few in `npm test`, as many as asked for in `npm run test:faults`. */
export function faultRounds(normal: number): number {
  const asked = Number(process.env["TALLYSTICK_FAULT_ROUNDS"] ?? normal);
  if (!Number.isSafeInteger(asked) || asked < 1)
    throw new Error("TALLYSTICK_FAULT_ROUNDS is not a count above 0");
  return asked;
}
