import { answerParent } from "./answerParent.ts";
import { loadGateway } from "./loadGateway.ts";
import { loadNode } from "./loadNode.ts";

/** The callers, in a process of their own, so that their work isn't counted as the gateway's or the node's. */
answerParent({ loadGateway, loadNode });
