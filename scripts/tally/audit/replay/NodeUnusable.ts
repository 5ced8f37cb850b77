/** The auditor's node does not answer, or not in a way that anything can be checked by. */
export class NodeUnusable extends Error {
  override readonly name = "NodeUnusable";
}
