import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

/** Expiring offline tokens live one hour; their refresh tokens 90 days. */
const ACCESS_SECONDS = 3600;
const REFRESH_SECONDS = 90 * 24 * 3600;

const tokenFile = z.object({
  access: z.record(z.string(), z.number()),
  refresh: z.record(z.string(), z.number()),
});

/** One grant, shaped as Shopify answers a token exchange or a refresh. */
export interface TokenGrant {
  access_token: string;
  scope: string;
  expires_in: number;
  refresh_token: string;
  refresh_token_expires_in: number;
}

/** The access tokens the stand-in has given out. */
export interface TokenStore {
  /** Gives a new access token and a new refresh token. */
  issue(scope: string, now: Date): TokenGrant;
  /** As `issue`, against a refresh token, which is used up by it; null if that one is unknown, used or expired. */
  refresh(refreshToken: string, scope: string, now: Date): TokenGrant | null;
  /** Says whether an access token is known and has not expired. */
  accepts(accessToken: string, now: Date): boolean;
}

/** Opens a token store; with a file, tokens survive a restart as they do at Shopify. */
export function createTokenStore(file: string | null): TokenStore {
  const tokens = file ? load(file) : { access: {}, refresh: {} };
  const save = () => {
    if (file) writeFileSync(file, JSON.stringify(tokens), { mode: 0o600 });
  };
  const isAlive = (expiresAt: number | undefined, now: Date) => expiresAt !== undefined && now.getTime() < expiresAt;

  const issue = (scope: string, now: Date): TokenGrant => {
    const access = `shpat_${randomBytes(16).toString("hex")}`;
    const refresh = `shprt_${randomBytes(16).toString("hex")}`;
    tokens.access[access] = now.getTime() + ACCESS_SECONDS * 1000;
    tokens.refresh[refresh] = now.getTime() + REFRESH_SECONDS * 1000;
    save();
    return {
      access_token: access,
      scope,
      expires_in: ACCESS_SECONDS,
      refresh_token: refresh,
      refresh_token_expires_in: REFRESH_SECONDS,
    };
  };
  return {
    issue,
    refresh(refreshToken, scope, now) {
      if (!isAlive(tokens.refresh[refreshToken], now)) return null;
      delete tokens.refresh[refreshToken];
      return issue(scope, now);
    },
    accepts: (accessToken, now) => isAlive(tokens.access[accessToken], now),
  };
}

function load(file: string): z.infer<typeof tokenFile> {
  try {
    return tokenFile.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { access: {}, refresh: {} };
  }
}
