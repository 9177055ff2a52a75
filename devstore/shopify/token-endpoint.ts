import type { Request, Response } from "express";
import { z } from "zod";
import type { DevstoreSettings } from "../devstore-settings";
import { isSessionToken } from "./session-token";
import type { TokenStore } from "./token-store";

const SCOPES = "read_orders,read_customers";

const tokenRequest = z.discriminatedUnion("grant_type", [
  z.object({
    grant_type: z.literal("urn:ietf:params:oauth:grant-type:token-exchange"),
    client_id: z.string(),
    client_secret: z.string(),
    subject_token: z.string(),
    subject_token_type: z.literal("urn:ietf:params:oauth:token-type:id_token"),
    requested_token_type: z.literal("urn:shopify:params:oauth:token-type:offline-access-token"),
    expiring: z.literal("1", "Public apps must ask for expiring offline tokens"),
  }),
  z.object({
    grant_type: z.literal("refresh_token"),
    client_id: z.string(),
    client_secret: z.string(),
    refresh_token: z.string(),
  }),
]);

/**
 * Answers `POST /admin/oauth/access_token`: token exchange for an expiring offline token, and its refresh.
 * What Shopify would refuse is refused with the same status and error name.
 */
export function tokenEndpoint(settings: DevstoreSettings, tokens: TokenStore) {
  return async (request: Request, response: Response) => {
    const refuse = (error: string, why: string) => response.status(400).json({ error, error_description: why });
    const parsed = tokenRequest.safeParse(request.body);
    if (!parsed.success) return refuse("invalid_request", z.prettifyError(parsed.error));
    const ask = parsed.data;
    if (ask.client_id !== settings.apiKey || ask.client_secret !== settings.apiSecret) {
      return refuse("application_cannot_be_found", "Unknown client id or wrong secret");
    }
    const now = new Date();
    if (ask.grant_type === "refresh_token") {
      const grant = tokens.refresh(ask.refresh_token, SCOPES, now);
      return grant ? response.json(grant) : refuse("invalid_grant", "The refresh token is unknown, used or expired");
    }
    if (!(await isSessionToken(settings, ask.subject_token, now))) {
      return refuse("invalid_subject_token", "The session token is not of this app and shop, or has expired");
    }
    return response.json(tokens.issue(SCOPES, now));
  };
}
