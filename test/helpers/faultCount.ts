/** How often a suite plays its fault: `quick` in `npm test`, `full` in `npm run test:faults`. */
export function faultCount(quick: number, full: number): number {
  return process.env["TALLYSTICK_FAULTS"] === "full" ? full : quick;
}
