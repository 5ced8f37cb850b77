import { NodeFault } from "../nodeFault.ts";

/** The node is asked nothing until it has the block that was seen before. */
export class Behind extends NodeFault {}
