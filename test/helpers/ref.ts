import { id } from "ethers";

/** A request reference that says in the test what it stands for. */
export const ref: string = id("request");
