import { createHmac } from "node:crypto";

/**
 * HMAC-SHA256 (base64url) of a normalised personal value under a shop's identity key.
 * Stands in for the value wherever rows must be found or compared after the plain value is erased.
 */
export function keyedHash(identityKey: string, value: string): string {
  return createHmac("sha256", identityKey).update(value).digest("base64url");
}
