import type { IncomingMessage, ServerResponse } from "node:http";
import { neutralEventJsonSchema } from "~/engagements/neutral-event";
import type { Application } from "~/platform/application";
import type { Source } from "~/platform/generated/enums";
import { isDatabaseReachable } from "~/platform/is-database-reachable.server";
import { answer, answerText } from "./answer";
import { noBodiesInHand } from "./bodies-in-hand";
import { receiveEvent } from "./events-hook";
import { createInboxWriter } from "./inbox-writer";
import type { IntakeContext } from "./intake-context";
import { receiveJudgemeHook } from "./judgeme-hook";
import { createReaderBell } from "./reader-bell";
import { receiveShopifyWebhook } from "./shopify-webhooks";
import { writeInbox } from "./write-inbox.server";

/** What answers a path. */
export interface Route {
  /** Null where the method makes no difference. */
  methods: readonly string[] | null;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

type Handler = Route["handle"];

type Hook = typeof receiveEvent;

/** What takes in what a source sends to `/hooks/<source>/<token>`. */
const HOOKS: ReadonlyMap<string, Hook> = new Map(
  Object.entries({
    judgeme: receiveJudgemeHook,
    events: receiveEvent,
  } satisfies Record<Exclude<Source, "shopify">, Hook>),
);
const HOOK = /^\/hooks\/([^/]+)\/([^/]+)\/?$/;
const SCHEMA = "/schemas/engagement-event.v1.json";

/** Makes what finds the route for a path (without its query); null where the path is not this door's. */
export function createRouteFinder(application: Application): (path: string) => Route | null {
  const context = createContext(application);
  const webhooks = post((request, response) => receiveShopifyWebhook(context, request, response));
  const pages = new Map<string, Route>([
    [SCHEMA, get(serveSchema(application.env.SHOPIFY_APP_URL))],
    ["/healthz", get(async (_request, response) => answer(response, 200, { status: "ok" }))],
    ["/readyz", get(serveReadiness(application))],
  ]);
  return (path) => {
    if (path === "/webhooks" || path.startsWith("/webhooks/")) return webhooks;
    if (path.startsWith("/hooks/")) return findHook(context, path);
    return pages.get(path.replace(/\/$/, "")) ?? null;
  };
}

function findHook(context: IntakeContext, path: string): Route {
  const [, source = "", encoded = ""] = HOOK.exec(path) ?? [];
  const receive = HOOKS.get(source);
  if (!receive) return refusal(404, "no such hook");
  const token = decode(encoded);
  if (token === null) return refusal(400, "bad request");
  return post((request, response) => receive(context, { request, token }, response));
}

function createContext({ db, direct, queue, cipher, logger, now, env }: Application): IntakeContext {
  const ringReader = createReaderBell(() => queue.ring("read-inbox"), logger);
  const inbox = createInboxWriter(
    async (entries) => {
      const written = await writeInbox(direct, entries, now());
      if (written.includes("accepted")) ringReader();
      return written;
    },
    () => isDatabaseReachable(db),
    logger,
  );
  const previous = env.SHOPIFY_API_SECRET_PREVIOUS;
  const shopifySecrets = previous ? [env.SHOPIFY_API_SECRET, previous] : [env.SHOPIFY_API_SECRET];
  return { db, cipher, logger, now, inbox, bodies: noBodiesInHand(), shopifySecrets, refused: { shopify: 0 } };
}

function serveSchema(appUrl: string): Handler {
  const schema = JSON.stringify({ $id: new URL(SCHEMA, appUrl).href, ...neutralEventJsonSchema }, null, 2);
  const headers = { "Content-Type": "application/schema+json; charset=utf-8", "Cache-Control": "public, max-age=3600" };
  return async (_request, response) => answerText(response, schema, headers);
}

function serveReadiness({ db }: Application): Handler {
  return async (_request, response) => {
    const isReady = await isDatabaseReachable(db);
    answer(response, isReady ? 200 : 503, { status: isReady ? "ready" : "database unreachable" });
  };
}

function post(handle: Handler): Route {
  return { methods: ["POST"], handle };
}

function get(handle: Handler): Route {
  return { methods: ["GET", "HEAD"], handle };
}

function refusal(status: number, error: string): Route {
  return { methods: null, handle: async (_request, response) => answer(response, status, { error }) };
}

/** Null for what no address can hold, such as "%E0%A4%A". */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
