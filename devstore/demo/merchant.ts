import { z } from "zod";
import type { DevstoreSettings, Hooks } from "../devstore-settings";
import { mintSessionToken } from "../shopify/session-token";

/** The library answers known robots with 410. */
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

/** The app's answer to a merchant. */
export interface PageAnswer {
  status: number;
  /** Where the app leads next, null if it stays. */
  location: string | null;
  body: string;
}

/** The merchant of the demo store, signed in to the app the way an embedded page is: a session token on each request. */
export interface Merchant {
  open(path: string): Promise<PageAnswer>;
  /** Sends a form of the page at `path`. Throws unless the app takes it. */
  submit(path: string, form: URLSearchParams | FormData): Promise<PageAnswer>;
}

/** Signs the merchant in; the first request makes the app exchange its session token and install itself. */
export function signInMerchant(settings: DevstoreSettings): Merchant {
  const request = async (path: string, init: RequestInit): Promise<PageAnswer> => {
    const token = await mintSessionToken(settings, new Date());
    const url = new URL(path, settings.appUrl);
    const headers = { Authorization: `Bearer ${token}`, "User-Agent": BROWSER, Accept: "text/html" };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    return { status: response.status, location: response.headers.get("location"), body: await response.text() };
  };
  return {
    open: (path) => request(path, {}),
    async submit(path, form) {
      const answer = await request(path, { method: "POST", body: form });
      if (answer.status >= 400) throw new Error(`The app refused the form at ${path} (${answer.status})`);
      return answer;
    },
  };
}

const sources = z.object({
  judgeme: z.object({ url: z.url(), secret: z.string().nullable() }),
  events: z.object({ url: z.url(), secret: z.string() }),
  holdSeconds: z.int(),
});

/** Opens the app for the first time, connects Judge.me with its private token, and reads where sources send to. */
export async function setUpSources(
  merchant: Merchant,
  settings: DevstoreSettings,
  judgemeToken: string,
): Promise<Hooks> {
  const first = await merchant.open("/app");
  if (first.status !== 200) throw new Error(`The app did not open (${first.status})`);
  await merchant.submit("/app/sources", new URLSearchParams({ intent: "connect-judgeme", privateToken: judgemeToken }));
  const { judgeme, events } = await readSources(merchant);
  return {
    shopify: { url: `${settings.appUrl}/webhooks/shopify`, secret: settings.apiSecret },
    judgeme: { url: judgeme.url, secret: judgemeToken },
    events,
  };
}

/** Reads the hold window the merchant has set, in seconds; null while the app cannot be asked. */
export async function readHoldSeconds(merchant: Merchant): Promise<number | null> {
  try {
    return (await readSources(merchant)).holdSeconds;
  } catch {
    return null;
  }
}

async function readSources(merchant: Merchant): Promise<z.infer<typeof sources>> {
  return sources.parse(JSON.parse((await merchant.open("/app/api/sources")).body));
}
