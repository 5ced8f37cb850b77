import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./App.tsx";
import { ApiProblem } from "./api/ApiProblem.ts";
import { LanguageProvider } from "./i18n/LanguageProvider.tsx";
import { SessionProvider } from "./session/SessionProvider.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/components.css";
import "./styles/lineage.css";
import "./styles/pages.css";
import "./styles/desk.css";
import "./styles/goods.css";
import "./styles/work.css";
import "./styles/events.css";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      // A refusal stays a refusal; only a gateway that did not answer is asked again.
      retry: (count, error) => !(error instanceof ApiProblem) && count < 2,
    },
  },
});

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <LanguageProvider>
          <SessionProvider>
            <BrowserRouter>
              <App />
            </BrowserRouter>
          </SessionProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
