import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import type { ReactNode } from "react";
import { learnShopEmail } from "~/shopify/learn-shop-email.server";
import { requireShop } from "~/shopify/require-shop.server";
import { ErrorPage } from "~/ui/error-page";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];

/** What the frame around every page needs: the app's public id and where App Bridge comes from. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, shop } = await requireShop({ request, context });
  await learnShopEmail(context, shop);
  return { apiKey: app.env.SHOPIFY_API_KEY, appBridgeUrl: app.env.APP_BRIDGE_URL };
}

/** The frame with the page in it. */
export default function AppLayout() {
  return (
    <Frame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  );
}

/** A page that failed is explained inside the frame; without a frame it is the Shopify library that answers. */
export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>("routes/app");
  if (!frame) return boundary.error(error);
  return (
    <Frame {...frame}>
      <ErrorPage error={error} />
    </Frame>
  );
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

/** Polaris, App Bridge and the app's navigation. The first link names the app's home and is not shown as an item. */
function Frame({ apiKey, appBridgeUrl, children }: Awaited<ReturnType<typeof loader>> & { children: ReactNode }) {
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey} {...(appBridgeUrl && { __APP_BRIDGE_URL: appBridgeUrl })}>
      <NavMenu>
        <Link to="/app" rel="home">
          Laurel
        </Link>
        <Link to="/app/coupons">Coupons</Link>
        <Link to="/app/sent">Sent codes</Link>
        <Link to="/app/activity">Activity</Link>
        <Link to="/app/thank-you">Thank-you email</Link>
        <Link to="/app/sources">Sources</Link>
        <Link to="/app/settings">Settings</Link>
      </NavMenu>
      <main>{children}</main>
    </AppProvider>
  );
}
