import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

// Some 1,900 small files, most of them icons no page has: loading them was half the time of a start. In development they stay
// outside, where Node loads them faster than Vite.
const BUNDLED_PACKAGES = [
  "@shopify/polaris",
  "@shopify/polaris-icons",
  "@shopify/polaris-tokens",
  "@shopify/shopify-app-remix",
  "date-fns",
  "@date-fns/tz",
];

export default defineConfig(({ command }) => ({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
    tsconfigPaths({ projects: ["./tsconfig.json"] }),
  ],
  // Inlined assets would need `data:` in a content security policy.
  build: { assetsInlineLimit: 0 },
  ssr: { noExternal: command === "build" ? BUNDLED_PACKAGES : [] },
  // Without this the dev server meets them one by one and reloads the page each time.
  optimizeDeps: {
    include: [
      "@remix-run/node",
      "@shopify/shopify-app-remix/server",
      "@shopify/shopify-app-remix/react",
      "@shopify/app-bridge-react",
      "@shopify/polaris",
      "@shopify/polaris-icons",
    ],
  },
}));
