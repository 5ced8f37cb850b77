/** Entry of a pledge in the public registry of movables, made by its secured party. */
export type Registration = {
  /** Number in the registry, 32 bytes in hex. */
  readonly number: string;
  /** Time of the registration in seconds; not in the future. */
  readonly registeredAt: number;
};
