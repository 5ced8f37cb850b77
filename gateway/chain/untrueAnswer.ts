import { NodeFault } from "./nodeFault.ts";

/** The node said something that contradicts itself, its chain or what others know of it. */
export class UntrueAnswer extends NodeFault {}
