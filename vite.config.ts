import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { pultProxy } from "./proxy/vitePlugin.ts";
import { messagesPlugin } from "./src/i18n/vitePlugin.ts";

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), messagesPlugin(), pultProxy()],
  server: { host: "127.0.0.1", port: 5173, strictPort: true },
  // Known from the start: a dependency found late makes the dev server reload the page.
  optimizeDeps: { entries: ["src/**/*.{ts,tsx}", "!src/**/*.test.*", "!src/**/testing/**"] },
  build: {
    target: "es2023",
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    ...(isSsrBuild ? { outDir: "dist/server" } : { outDir: "dist/client", emptyOutDir: true }),
  },
}));
