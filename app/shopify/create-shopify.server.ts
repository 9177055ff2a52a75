import "@shopify/shopify-app-remix/adapters/node";
import { redirect } from "@remix-run/node";
import { LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import type { Application } from "~/platform/application";
import { API_VERSION } from "./api-version";
import { embeddedAddress } from "./embedded-address";
import { installShop, type SetUpShop } from "./install-shop.server";
import { readShopDetails } from "./operations/read-shop-details.server";
import { createSessionStorage } from "./session-storage.server";
import { allowFrame, sendShopRequestsTo } from "./stand-in.server";
import { createTurns } from "./take-turns";
import { withTokenLease } from "./token-lease.server";

/** A token this near its end is renewed before it is used, in milliseconds; the library counts the same. */
const RENEW_BEFORE_MS = 5 * 60 * 1000;

/** Shopify as the doors use it: who is asking, and calls to the Admin API in a shop's name. */
export type ShopifyApp = ReturnType<typeof createShopify>;

/**
 * Opens the Shopify library once per process. `setUp` runs in the transaction that records an installation.
 * Around every exchange and refresh stand one turn per process and one lease per shop, so that parallel requests
 * cause one call to Shopify and no process overwrites a newer token with an older one.
 */
export function createShopify(application: Application, setUp: SetUpShop) {
  const { env, db, now } = application;
  if (env.DEVSTORE_ORIGIN) sendShopRequestsTo(env.DEVSTORE_ORIGIN);
  const sessionStorage = createSessionStorage(application);
  const library = openLibrary(application, sessionStorage, setUp);
  const tokens = openTokenReader(env);
  const takeTurns = createTurns();

  const hasToken = async (domain: string) => {
    const session = await sessionStorage.loadSession(tokens.session.getOfflineId(domain));
    return session?.isActive(undefined, RENEW_BEFORE_MS) ?? false;
  };
  const isInstalled = async (domain: string) => (await db.shop.count({ where: { domain, uninstalledAt: null } })) === 1;
  const leased = <T>(shopDomain: string, work: () => Promise<T>) => withTokenLease(db, { shopDomain, work }, now);

  /** The shop a request's session token speaks for; null without a good token: the library says what to answer. */
  const shopOf = async (request: Request) => {
    const header = request.headers.get("authorization")?.replace(/^Bearer /, "");
    const token = header ?? new URL(request.url).searchParams.get("id_token");
    if (!token) return null;
    const payload = await tokens.session.decodeSessionToken(token).catch(() => null);
    return payload && new URL(payload.dest).hostname;
  };

  const authenticate = async (request: Request) => {
    const complete = embeddedAddress(request);
    if (complete) throw redirect(complete);
    const domain = await shopOf(request);
    if (!domain) return library.authenticate.admin(request);
    const first = await takeTurns(domain, {
      isDone: async () => (await hasToken(domain)) && (await isInstalled(domain)),
      work: () =>
        leased(domain, async () => {
          // A token from before the shop was removed is dead, whatever its end says.
          if (!(await isInstalled(domain))) await sessionStorage.deleteSession(tokens.session.getOfflineId(domain));
          return library.authenticate.admin(request);
        }),
    });
    return first ?? library.authenticate.admin(request);
  };

  return {
    sessionStorage,
    /** Lets a signed-in merchant through; throws the Response (a redirect, 401, 410 …) that everybody else gets. */
    async authenticateAdmin(request: Request) {
      try {
        return await authenticate(request);
      } catch (thrown) {
        if (thrown instanceof Response && env.DEVSTORE_ORIGIN) allowFrame(thrown.headers, env.DEVSTORE_ORIGIN);
        throw thrown;
      }
    },
    /** The Admin API in the name of a shop, for work nobody is signed in for. Throws when the shop has no session. */
    async adminForShop(domain: string) {
      const work = () => leased(domain, () => library.unauthenticated.admin(domain));
      const renewed = await takeTurns(domain, { isDone: () => hasToken(domain), work });
      return renewed ?? library.unauthenticated.admin(domain);
    },
    /** Names who may frame a page. */
    addDocumentResponseHeaders(request: Request, headers: Headers) {
      library.addDocumentResponseHeaders(request, headers);
      if (env.DEVSTORE_ORIGIN) allowFrame(headers, env.DEVSTORE_ORIGIN);
    },
  };
}

function openLibrary(
  application: Application,
  sessionStorage: ReturnType<typeof createSessionStorage>,
  setUp: SetUpShop,
) {
  const { env, logger, now } = application;
  return shopifyApp({
    apiKey: env.SHOPIFY_API_KEY,
    apiSecretKey: env.SHOPIFY_API_SECRET,
    appUrl: env.SHOPIFY_APP_URL,
    apiVersion: API_VERSION,
    scopes: env.SCOPES.split(","),
    distribution: AppDistribution.AppStore,
    sessionStorage,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    // Below warnings the library writes session tokens into its messages.
    logger: {
      level: LogSeverity.Warning,
      log: (severity, message) => logger[severity === LogSeverity.Error ? "error" : "warn"](message),
    },
    hooks: {
      afterAuth: async ({ session, admin }) => {
        const details = await readShopDetails(admin);
        const result = await installShop(application, { domain: session.shop, details, setUp }, now());
        logger.info({ shopId: result.shopId, outcome: result.outcome }, "shop has access");
      },
    },
  });
}

/** The part of Shopify's API library that reads session tokens. The app library keeps its own to itself. */
function openTokenReader(env: Application["env"]) {
  return shopifyApi({
    apiKey: env.SHOPIFY_API_KEY,
    apiSecretKey: env.SHOPIFY_API_SECRET,
    apiVersion: API_VERSION,
    hostName: new URL(env.SHOPIFY_APP_URL).host,
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Warning },
  });
}
