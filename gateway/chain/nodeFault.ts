/**
 * The node gave no answer, or none that can be believed. A read may simply be tried again; a transaction that was sent
 * may or may not have been taken.
 */
export class NodeFault extends Error {
  override readonly name: string = "NodeFault";
}
