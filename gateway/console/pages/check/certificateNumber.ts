/** A certificate's number as people read it: receivable and serial. */
export function certificateNumber(certificate: string): string {
  const id = BigInt(certificate);
  return `${id >> 32n}-${id & 0xffff_ffffn}`;
}
