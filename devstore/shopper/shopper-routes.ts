import express, { type Response, Router } from "express";
import type { z } from "zod";
import { actionRequest, orderRequest, reviewRequest } from "./deed";
import type { ShopperDesk } from "./shopper-desk";

/** The panel's own little API: its state, and one address for each thing a shopper can do. */
export function shopperRoutes(desk: ShopperDesk): Router {
  const router = Router();
  router.use(express.json({ limit: "100kb" }));
  router.get("/state", (_request, response) => {
    response.json(desk.state());
  });
  router.post("/orders", async ({ body }, response) => {
    const parsed = orderRequest.safeParse(body);
    if (!parsed.success) return refuse(response, parsed.error);
    await desk.order(parsed.data);
    response.json(desk.state());
  });
  router.post("/reviews", async ({ body }, response) => {
    const parsed = reviewRequest.safeParse(body);
    if (!parsed.success) return refuse(response, parsed.error);
    await desk.review(parsed.data);
    response.json(desk.state());
  });
  router.post("/deeds/:id", async ({ body, params }, response) => {
    const parsed = actionRequest.safeParse(body);
    if (!parsed.success) return refuse(response, parsed.error);
    const deed = await desk.act(params.id, parsed.data.action);
    response.status(deed ? 200 : 409).json(desk.state());
  });
  return router;
}

/** 422 with one message for each field, by its path ("shopper.email"). */
function refuse(response: Response, error: z.ZodError): void {
  const fields = Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
  response.status(422).json({ fields });
}
