import { LiquidError, TokenKind } from "liquidjs";
import { splitTemplate } from "./split-template";
import { ALLOWED_FILTERS, ALLOWED_TAGS, textEngine } from "./template-engine";
import { BAREST_VARIABLES, SAMPLE_VARIABLES, THANK_YOU_VARIABLES } from "./thank-you-variables";

/** What a merchant is told about a template; `line` counts from 1. */
export type TemplateCheck = { outcome: "valid" } | { outcome: "invalid"; message: string; line: number };

/** Characters in a body. */
export const LONGEST_TEMPLATE = 20_000;
const MOST_PIECES = 400;
const DEEPEST_NESTING = 10;
const NESTING_TAGS = ["if", "unless", "case", "comment"];
const KNOWN = new Set(THANK_YOU_VARIABLES.map((variable) => variable.path));

/** Checks a template as far as that is possible before a mail is made: what passes here renders for every shopper. */
export function checkTemplate(source: string): TemplateCheck {
  if (source.length > LONGEST_TEMPLATE) {
    return invalid(`This is longer than ${LONGEST_TEMPLATE.toLocaleString("en")} characters.`, 1);
  }
  try {
    return checkPieces(source) ?? checkVariables(source) ?? { outcome: "valid" };
  } catch (error) {
    return explain(error);
  }
}

/** Bounds what the engine has to do, and refuses ranges: the one value that can be larger than its source. */
function checkPieces(source: string): TemplateCheck | null {
  const pieces = splitTemplate(source).filter((piece) => piece.kind !== TokenKind.HTML);
  let depth = 0;
  for (const piece of pieces) {
    const line = lineOf(piece);
    const name = /^\{%-?\s*(\w+)/.exec(piece.getText())?.[1] ?? "";
    if (NESTING_TAGS.includes(name)) depth += 1;
    if (name.startsWith("end")) depth -= 1;
    if (depth > DEEPEST_NESTING) return invalid(`Tags are nested more than ${DEEPEST_NESTING} deep.`, line);
    if (withoutQuotes(piece.getText()).includes("..")) return invalid("Ranges like (1..5) cannot be used here.", line);
  }
  const tooMany = pieces[MOST_PIECES];
  return tooMany ? invalid(`There are more than ${MOST_PIECES} variables and tags.`, lineOf(tooMany)) : null;
}

function checkVariables(source: string): TemplateCheck | null {
  const template = textEngine.parse(source);
  const used = Object.values(textEngine.analyzeSync(template).variables).flat();
  const unknown = used.find((variable) => !KNOWN.has(variable.toString()));
  if (unknown) {
    return invalid(`Unknown variable "${unknown}". Pick one from the list of variables.`, unknown.location.row);
  }
  for (const variables of [SAMPLE_VARIABLES, BAREST_VARIABLES]) textEngine.renderSync(template, variables);
  return null;
}

function withoutQuotes(piece: string): string {
  return piece.replace(/"[^"]*"|'[^']*'/g, "");
}

function invalid(message: string, line: number): TemplateCheck {
  return { outcome: "invalid", message, line };
}

function lineOf(token: { getPosition(): number[] }): number {
  return token.getPosition()[0] ?? 1;
}

/** The engine's error in words for a merchant. */
function explain(error: unknown): TemplateCheck {
  if (!LiquidError.is(error)) return invalid("This cannot be used as a template.", 1);
  const said = error.message.replace(/, line:\d+.*$/s, "");
  return invalid(inWords(said), lineOf(error.token));
}

function inWords(said: string): string {
  const tag = /^tag "([^"]*)" not found/.exec(said)?.[1] ?? /^(raw) .* not closed/s.exec(said)?.[1];
  if (tag !== undefined && /^(end.*|else|elsif|when)$/.test(tag))
    return `{% ${tag} %} stands alone: its opening tag is missing.`;
  if (tag !== undefined) return `Unknown tag "${tag}". You can use ${ALLOWED_TAGS.join(", ")}.`;
  const filter = /^undefined filter: (.*)/s.exec(said)?.[1];
  if (filter !== undefined) return `Unknown filter "${filter}". You can use ${ALLOWED_FILTERS.join(", ")}.`;
  const open = /^(?:tag|output) "?(.*?)"? not closed/s.exec(said)?.[1];
  if (open !== undefined) return `${open} has no end.`;
  return `Liquid cannot read this: ${said}.`;
}
