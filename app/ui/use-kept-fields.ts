import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import type { FormState } from "./reward-fields";

/**
 * Keeps in the browser what a step holds when the merchant goes back from it, so that what could not be saved yet, because
 * something was missing or wrong, stands there again when they return. Returns what has to be called before going back.
 */
export function useKeptFields(fields: FormState): () => void {
  const { pathname } = useLocation();
  const key = `laurel typed ${pathname}`;
  const { set } = fields;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page; what is typed later is newer
  useEffect(() => {
    for (const [name, value] of Object.entries(take(key))) if (fields.values[name] !== value) set(name, value);
  }, [key]);
  return () => {
    try {
      sessionStorage.setItem(key, JSON.stringify(fields.values));
    } catch {
      // Some browsers give a page in a frame no storage. What could be saved is saved all the same.
    }
  };
}

function take(key: string): Record<string, string> {
  try {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return kept ? JSON.parse(kept) : {};
  } catch {
    return {};
  }
}
