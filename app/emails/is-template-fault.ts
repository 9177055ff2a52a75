import { AssertionError, LiquidError, RenderError } from "liquidjs";

/**
 * Whether what was thrown while a template was read or filled in is the template's fault: it cannot be read, or runs into a limit
 * of the engine. Anything else is a bug, which the engine wraps as its own error where it is thrown while filling in.
 */
export function isTemplateFault(error: unknown): boolean {
  if (error instanceof AssertionError) return true;
  if (!LiquidError.is(error)) return false;
  return !RenderError.is(error) || isTemplateFault(error.originalError);
}
