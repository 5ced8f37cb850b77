/** A member of the bench: signed in, with a certificate that it splits. */
export interface BenchMember {
  readonly id: number;
  readonly token: string;
  readonly key: string;
  readonly certificate: string;
}
