import { useLocation } from "@remix-run/react";
import type { FormState } from "../coupon-form/reward-fields";
import { keepTyped } from "./kept-typing";

/**
 * Keeps in the browser what a step holds when the merchant goes back from it, so that what could not be saved yet, because
 * something was missing or wrong, stands there again when they return. Returns what has to be called before going back.
 */
export function useKeptFields(fields: FormState): () => void {
  const { pathname } = useLocation();
  return () => keepTyped(pathname, fields.values);
}
