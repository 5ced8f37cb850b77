import type { DirectoryMember, MemberDirectory } from "./memberDirectory.ts";

interface Cached {
  readonly member: Promise<DirectoryMember | undefined>;
  readonly until: number;
}

const MAXIMUM_CACHED = 10_000;

/** A directory that remembers members for `cacheMs`: every request asks for its own, and they change rarely. */
export function cachedDirectory(
  directory: MemberDirectory,
  cacheMs = 1_000,
  now: () => number = Date.now,
): MemberDirectory {
  const cache = new Map<number, Cached>();
  return {
    findByAccount: (account) => directory.findByAccount(account),
    findDemoMember: (nameOrNumber) => directory.findDemoMember(nameOrNumber),
    find(memberId) {
      const cached = cache.get(memberId);
      if (cached !== undefined && cached.until > now()) return cached.member;
      if (cache.size >= MAXIMUM_CACHED) cache.clear();
      const member = directory.find(memberId);
      cache.set(memberId, { member, until: now() + cacheMs });
      member.catch(() => cache.delete(memberId));
      return member;
    },
  };
}
