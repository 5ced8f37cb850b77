import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { ApiProblem } from "../api/ApiProblem.ts";
import { callApi } from "../api/callApi.ts";
import type { MemberRef } from "../api/page.ts";
import { type Me, SessionContext, type SessionValue } from "./SessionContext.ts";

async function withName(me: Me): Promise<Me> {
  const { nameZh } = await callApi.read<MemberRef>(`/v1/members/${me.memberId}`);
  return { ...me, nameZh: nameZh ?? null };
}

async function readMe(): Promise<Me | null> {
  try {
    return await withName(await callApi.read<Me>("/v1/me"));
  } catch (error) {
    if (error instanceof ApiProblem && error.body.status === 401) return null;
    throw error;
  }
}

/** Keeps who is signed in; the session itself is a cookie that scripts can't read. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [me, setMe] = useState<Me | null | undefined>(undefined);
  useEffect(() => {
    readMe().then(setMe, () => setMe(null));
  }, []);
  const value = useMemo<SessionValue>(
    () => ({
      me,
      async signIn(member, person) {
        const asked = person === undefined ? { member } : { member, person };
        await callApi.write("POST", "/v1/sessions", asked, crypto.randomUUID());
        queries.clear();
        setMe(await readMe());
      },
      async signInWithToken(token) {
        callApi.carry(token);
        try {
          const found = await callApi.read<Me>("/v1/me");
          queries.clear();
          setMe(await withName(found));
        } catch (error) {
          callApi.carry(undefined);
          throw error;
        }
      },
      async refresh() {
        queries.clear();
        setMe(await readMe());
      },
      async signOut() {
        await callApi.write("DELETE", "/v1/sessions/current", {}, crypto.randomUUID());
        callApi.carry(undefined);
        queries.clear();
        setMe(null);
      },
    }),
    [me, queries],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}
