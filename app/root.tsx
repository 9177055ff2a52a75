import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { PlainPage } from "~/ui/plain-page";
import { shoplessIntl } from "~/ui/shopless-intl";

/** The document around every page. App Bridge is added by the layout in routes/app.tsx. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{shoplessIntl.say("common.laurel")}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      {/* A word a merchant typed may be longer than a phone is wide. */}
      <body style={{ overflowWrap: "anywhere" }}>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** What anybody sees at an address there is no page for, and where a page outside the admin's frame fails. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status < 500) {
    return <PlainPage title="plain_page.not_found" text="plain_page.not_found_text" />;
  }
  return <PlainPage title="plain_page.failed" text="plain_page.failed_text" />;
}
