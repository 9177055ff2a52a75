import { useState } from "react";
import { useShopIntl } from "./shop-intl";

/** How a download is going. */
export interface Download {
  isLoading: boolean;
  /** Words for a download that broke off; null while there is nothing to say. */
  problem: string | null;
  start(): Promise<void>;
}

/**
 * Fetches a file of the app and hands it to the browser under a name. Fetched, because only what App Bridge fetches carries the
 * merchant's session; the browser keeps what has come on disk once it is large.
 */
export function useDownload(url: string, fileName: string): Download {
  const intl = useShopIntl();
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const start = async () => {
    setState("loading");
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(String(response.status));
      save(await response.blob(), fileName);
      setState("idle");
    } catch {
      setState("failed");
    }
  };
  const problem = state === "failed" ? intl.say("download.broke_off") : null;
  return { isLoading: state === "loading", problem, start };
}

function save(file: Blob, fileName: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: address, download: fileName });
  link.click();
  // The browser has taken hold of the file by the next turn of its own.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
