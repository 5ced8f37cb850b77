import type { Person } from "../../auth/people.ts";

/** A person without the member, which is the one that asks. */
export function showPerson({ memberId: _ours, ...shown }: Person): Omit<Person, "memberId"> {
  return shown;
}
