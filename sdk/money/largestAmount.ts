/** The largest amount that contracts hold in one position, minor units: uint72. */
export const largestAmount = 2n ** 72n - 1n;
