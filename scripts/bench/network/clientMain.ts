import { answerParent } from "../gateway/answerParent.ts";
import { loadGateway } from "../gateway/loadGateway.ts";
import { loadBatches } from "./loadBatches.ts";

/** The callers, in a process of their own, so that their work isn't counted as the gateway's. */
answerParent({ loadGateway, loadBatches });
