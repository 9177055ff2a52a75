import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** For forms: after a refused save the page's data is not loaded again, as it would take the place of what was typed. */
export function unlessRefused({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus !== undefined && actionStatus >= 400 ? false : defaultShouldRevalidate;
}
