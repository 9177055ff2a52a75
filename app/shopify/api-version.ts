import { ApiVersion } from "@shopify/shopify-api";

/** The one Admin API version everything here is written against; shopify.app.toml names the same for webhooks. */
export const API_VERSION = ApiVersion.October26;
