import type { LoaderFunctionArgs } from "@remix-run/node";
import { listConnections } from "~/engagements/list-connections.server";
import { requireShop } from "~/shopify/require-shop.server";

/** The shop's hook URLs, secrets and hold window (seconds) as JSON, for a signed-in merchant: `{judgeme: {url, secret}, events: {url, secret}, holdSeconds}`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  const { cipher, env, now } = app;
  const input = { shopId: shop.id, cipher, appUrl: env.SHOPIFY_APP_URL };
  const connections = await listConnections(app.db, input, now());
  const sources = connections.map(({ source, url, secret }) => [source, { url, secret }]);
  return Response.json(
    { ...Object.fromEntries(sources), holdSeconds: shop.holdSeconds },
    { headers: { "Cache-Control": "no-store" } },
  );
}
