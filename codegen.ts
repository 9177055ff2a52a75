import { ApiType, pluckConfig, preset } from "@shopify/api-codegen-preset";

// The schema is unpacked from vendor/shopify-admin-api/ by scripts/setup/generate.mjs.
export default {
  schema: "./node_modules/.laurel/admin.schema.json",
  documents: ["./app/**/*.{ts,tsx}", "!./app/**/generated/**"],
  pluckConfig,
  ignoreNoDocuments: true,
  silent: false,
  generates: {
    "./app/shopify/generated/admin.types.d.ts": { plugins: ["typescript"], config: { enumsAsTypes: true } },
    "./app/shopify/generated/admin.generated.d.ts": { preset, presetConfig: { apiType: ApiType.Admin } },
  },
};
