/** Bytes as `0x` and lower-case hex digits, two a byte. */
export type Hex = string;
