import type { LoaderFunctionArgs } from "@remix-run/node";

/** The library's own pages: the one that fetches a new session token, and the one that leaves the frame. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.shopify.authenticateAdmin(request);
  return null;
}
