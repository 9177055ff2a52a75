import {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from "express";
import { neutralEventJsonSchema } from "~/engagements/neutral-event";
import type { Application } from "~/platform/application";
import type { Logger } from "~/platform/logger";
import { answer, answerNotStored, methodNotAllowed } from "./answer";
import { receiveEvent } from "./events-hook";
import { createInboxWriter } from "./inbox-writer";
import type { IntakeContext } from "./intake-context";
import { isDatabaseReachable } from "./is-database-reachable.server";
import { receiveJudgemeHook } from "./judgeme-hook";
import { receiveShopifyWebhook } from "./shopify-webhooks";
import { writeInbox } from "./write-inbox.server";

type Receiver = (context: IntakeContext, request: Request, response: Response) => Promise<void>;

/** Mounts the machines' door. It reads raw bodies, so it comes before anything that parses them. */
export function mountIntake(express: Express, application: Application): void {
  const context = createContext(application);
  const receive =
    (receiver: Receiver): RequestHandler =>
    (request, response, next) => {
      receiver(context, request, response).catch(next);
    };
  const router = Router();
  const post = (path: string | string[], receiver: Receiver) =>
    router.route(path).post(receive(receiver)).all(methodNotAllowed("POST"));
  const get = (path: string, handler: RequestHandler) =>
    router.route(path).get(handler).all(methodNotAllowed("GET, HEAD"));

  post(["/webhooks", "/webhooks/*"], receiveShopifyWebhook);
  post("/hooks/judgeme/:token", receiveJudgemeHook);
  post("/hooks/events/:token", receiveEvent);
  router.all("/hooks/*", (_request, response) => answer(response, 404, { error: "no such hook" }));
  get("/schemas/engagement-event.v1.json", serveSchema(application.env.SHOPIFY_APP_URL));
  get("/healthz", (_request, response) => answer(response, 200, { status: "ok" }));
  get("/readyz", async (_request, response) => {
    const isReady = await isDatabaseReachable(application.db);
    answer(response, isReady ? 200 : 503, { status: isReady ? "ready" : "database unreachable" });
  });
  router.use(answerError(application.logger));
  express.use(router);
}

function createContext({ db, queue, cipher, logger, now, env }: Application): IntakeContext {
  const inbox = createInboxWriter(
    (entries) => writeInbox(db, { entries, queue }, now()),
    () => isDatabaseReachable(db),
    logger,
  );
  const previous = env.SHOPIFY_API_SECRET_PREVIOUS;
  const shopifySecrets = previous ? [env.SHOPIFY_API_SECRET, previous] : [env.SHOPIFY_API_SECRET];
  return { db, cipher, logger, now, inbox, shopifySecrets, refused: { shopify: 0 } };
}

function serveSchema(appUrl: string): RequestHandler {
  const path = "/schemas/engagement-event.v1.json";
  const schema = JSON.stringify({ $id: new URL(path, appUrl).href, ...neutralEventJsonSchema }, null, 2);
  return (_request, response) => {
    response.set("Cache-Control", "public, max-age=3600").type("application/schema+json").send(schema);
  };
}

/** A path that cannot be decoded is the sender's mistake; anything else that throws here is the store being away. */
function answerError(logger: Logger): ErrorRequestHandler {
  return (error: { status?: number; name?: string; code?: string }, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (error.status === 400) return answer(response, 400, { error: "bad request" });
    logger.error({ error: error.name, code: error.code }, "intake failed");
    answerNotStored(response);
  };
}
