/** What went wrong, by the code of Solidity's `Panic`. */
export const solidityPanics: Readonly<Record<string, string>> = {
  "1": "an assertion failed",
  "17": "a sum or product left its range",
  "18": "something was divided by zero",
  "33": "a number names nothing in its enumeration",
  "34": "a stored string is damaged",
  "49": "something was taken from an empty list",
  "50": "an index is beyond the end of its list",
  "65": "a list is too long for memory",
  "81": "an unset function was called",
};
