import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import type { ReactNode } from "react";
import { shopFormat } from "~/messages/shop-intl";
import { learnShopDetails } from "~/shopify/learn-shop-details.server";
import { requireShop } from "~/shopify/require-shop.server";
import { ErrorPage } from "~/ui/error-page";
import { ListPlaces } from "~/ui/list-places";
import { NAVIGATION_ITEMS } from "~/ui/navigation-items";
import { ShopIntlProvider, useShopIntl } from "~/ui/shop-intl";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];

/** What the frame around every page needs: the app's public id, where App Bridge comes from, and how the shop writes. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, shop } = await requireShop({ request, context });
  await learnShopDetails(context, shop);
  return { apiKey: app.env.SHOPIFY_API_KEY, appBridgeUrl: app.env.APP_BRIDGE_URL, format: shopFormat(shop) };
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

/** Polaris, App Bridge, the app's navigation and how the shop writes. */
function Frame({
  apiKey,
  appBridgeUrl,
  format,
  children,
}: Awaited<ReturnType<typeof loader>> & { children: ReactNode }) {
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey} {...(appBridgeUrl && { __APP_BRIDGE_URL: appBridgeUrl })}>
      <ShopIntlProvider format={format}>
        <Navigation />
        <main>
          <ListPlaces>{children}</ListPlaces>
        </main>
      </ShopIntlProvider>
    </AppProvider>
  );
}

/** The first link names the app's home and is not shown as an item. */
function Navigation() {
  const intl = useShopIntl();
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        {intl.say("common.laurel")}
      </Link>
      {NAVIGATION_ITEMS.map(({ to, name }) => (
        <Link key={to} to={to}>
          {intl.say(name)}
        </Link>
      ))}
    </NavMenu>
  );
}
