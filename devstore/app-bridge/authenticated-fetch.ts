import type { AdminLink } from "./admin-link";
import type { TokenSource } from "./session-token";

/**
 * Makes every request of the page to its own origin carry a session token, as App Bridge does. A request the
 * server refuses for its token is sent once more with a new one; a wish to authorise again goes to the frame.
 */
export function installAuthenticatedFetch(link: AdminLink, tokens: TokenSource): void {
  const plainFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== location.origin || request.headers.has("Authorization")) {
      return plainFetch(request);
    }
    const send = async () => {
      const signed = new Request(request.clone());
      signed.headers.set("Authorization", `Bearer ${await tokens.idToken()}`);
      return plainFetch(signed);
    };
    let response = await send();
    if (response.headers.has("X-Shopify-Retry-Invalid-Session-Request")) {
      tokens.forget();
      response = await send();
    }
    const authorizeUrl = response.headers.get("X-Shopify-API-Request-Failure-Reauthorize-Url");
    if (authorizeUrl) link.tell({ type: "redirect", url: new URL(authorizeUrl, location.href).href });
    return response;
  };
}
