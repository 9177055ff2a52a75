import { createHmac } from "node:crypto";
import { isSameText } from "./same-text";

/**
 * Whether `signature` is the HMAC-SHA256 of the raw body under one of the secrets, written in exactly this encoding:
 * base64 for Shopify (X-Shopify-Hmac-SHA256), lower-case hex for Judge.me (JUDGEME-HMAC-SHA256).
 */
export function isSignedBody(
  body: Uint8Array,
  signature: string | undefined,
  { secrets, encoding }: { secrets: string[]; encoding: "base64" | "hex" },
): boolean {
  if (!signature) return false;
  return secrets.some((secret) => isSameText(createHmac("sha256", secret).update(body).digest(encoding), signature));
}
