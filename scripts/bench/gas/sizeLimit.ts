/** Most bytes that a deployed contract may have; EIP-170. */
export const sizeLimit = 24_576;
