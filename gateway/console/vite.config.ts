import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: { outDir: "dist", emptyOutDir: true, target: "es2023", assetsInlineLimit: 0 },
  // For work on the console alone: `vite` here, a gateway beside it.
  server: { host: "127.0.0.1", proxy: { "/v1": "http://127.0.0.1:8080" } },
});
