import { LiquidError, TokenKind, type TopLevelToken } from "liquidjs";
import { type Sentence, sentence } from "~/messages/sentence";
import { splitTemplate } from "./split-template";
import { ALLOWED_FILTERS, ALLOWED_TAGS, textEngine } from "./template-engine";
import { BAREST_VARIABLES, FULL_VARIABLES, THANK_YOU_VARIABLES } from "./thank-you-variables";

/** One thing that keeps a template from being used; `line` counts from 1. */
export interface TemplateProblem {
  message: Sentence;
  line: number;
}

/** What a merchant is told about a template: all that is wrong with it, in the order of its lines; at least one problem. */
export type TemplateCheck = { outcome: "valid" } | { outcome: "invalid"; problems: TemplateProblem[] };

/** Characters in a body. */
export const LONGEST_TEMPLATE = 20_000;
const MOST_PIECES = 400;
/** Characters in one variable or tag with its filters: each filter goes over the text again. */
const LONGEST_PIECE = 500;
const DEEPEST_NESTING = 10;
const CLOSING_TAG = /^(end.*|else|elsif|when)$/;
const NESTING_TAGS = ["if", "unless", "case", "comment"];
const KNOWN = new Set(THANK_YOU_VARIABLES.map((variable) => variable.path));

/** Checks a template by itself, before the layout is around it: what passes here renders for every shopper. */
export function checkTemplate(source: string): TemplateCheck {
  const problems = findProblems(source);
  return problems.length === 0 ? { outcome: "valid" } : { outcome: "invalid", problems };
}

function findProblems(source: string): TemplateProblem[] {
  if (source.length > LONGEST_TEMPLATE) {
    return [{ message: sentence("template_check.too_long", { most: LONGEST_TEMPLATE }), line: 1 }];
  }
  let pieces: TopLevelToken[] = [];
  try {
    pieces = splitTemplate(source).filter((piece) => piece.kind !== TokenKind.HTML);
    const tooMuch = checkPieces(pieces);
    return tooMuch ? [tooMuch] : checkVariables(source);
  } catch (error) {
    const read = outsideComments(pieces);
    return inOrder([explain(error), ...read.flatMap(checkAlone), ...checkEnds(read)]);
  }
}

/** Bounds what the engine has to do, and refuses ranges: the one value that can be larger than its source. */
function checkPieces(pieces: TopLevelToken[]): TemplateProblem | null {
  let depth = 0;
  for (const piece of pieces) {
    const line = lineOf(piece);
    const name = tagName(piece) ?? "";
    if (NESTING_TAGS.includes(name)) depth += 1;
    if (name.startsWith("end")) depth -= 1;
    const problem = (message: Sentence) => ({ message, line });
    if (depth > DEEPEST_NESTING) return problem(sentence("template_check.too_deep", { most: DEEPEST_NESTING }));
    if (piece.getText().length > LONGEST_PIECE)
      return problem(sentence("template_check.long_piece", { most: LONGEST_PIECE }));
    if (withoutQuotes(piece.getText()).includes("..")) return problem(sentence("template_check.range"));
  }
  const tooMany = pieces[MOST_PIECES];
  return tooMany
    ? { message: sentence("template_check.too_many", { most: MOST_PIECES }), line: lineOf(tooMany) }
    : null;
}

/** Throws the engine's error where it cannot read the template. */
function checkVariables(source: string): TemplateProblem[] {
  const template = textEngine.parse(source);
  const used = Object.values(textEngine.analyzeSync(template).variables).flat();
  const unknown = used.filter((variable) => !KNOWN.has(variable.toString()));
  if (unknown.length === 0) {
    for (const variables of [FULL_VARIABLES, BAREST_VARIABLES]) textEngine.renderSync(template, variables);
  }
  return inOrder(
    unknown.map((variable) => ({
      message: sentence("template_check.unknown_variable", { variable: variable.toString() }),
      line: variable.location.row,
    })),
  );
}

/**
 * The engine stops at its first error. What else is wrong is found by reading each output, and each tag that opens or
 * continues a condition, by itself.
 */
function checkAlone(piece: TopLevelToken): TemplateProblem[] {
  const name = tagName(piece);
  const isCondition = name === "if" || name === "elsif" || name === "unless";
  if (name !== null && !isCondition && (ALLOWED_TAGS.includes(name) || CLOSING_TAG.test(name))) return [];
  const text = piece.getText();
  const alone = isCondition ? text.replace(/^(\{%-?\s*)\w+/, "$1if").concat("{% endif %}") : text;
  const inTemplate = ({ message, line }: TemplateProblem) => ({ message, line: line + lineOf(piece) - 1 });
  try {
    return checkVariables(alone).map(inTemplate);
  } catch (error) {
    return [inTemplate(explain(error))];
  }
}

/** Conditions that nothing closes. */
function checkEnds(pieces: TopLevelToken[]): TemplateProblem[] {
  const open: TopLevelToken[] = [];
  for (const piece of pieces) {
    const name = tagName(piece) ?? "";
    if (NESTING_TAGS.includes(name)) open.push(piece);
    const last = open.at(-1);
    if (last && name === `end${tagName(last)}`) open.pop();
  }
  return open.map((piece) => ({ message: withoutEnd(piece.getText()), line: lineOf(piece) }));
}

/** The pieces without what comments hold: nobody reads that as a template. */
function outsideComments(pieces: TopLevelToken[]): TopLevelToken[] {
  let isInside = false;
  return pieces.filter((piece) => {
    const name = tagName(piece);
    const wasInside = isInside;
    if (name === "comment") isInside = true;
    if (name === "endcomment") isInside = false;
    return !wasInside || !isInside;
  });
}

function tagName(piece: TopLevelToken): string | null {
  return /^\{%-?\s*(\w+)/.exec(piece.getText())?.[1] ?? null;
}

function inOrder(problems: TemplateProblem[]): TemplateProblem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...once.values()].toSorted((a, b) => a.line - b.line);
}

function withoutQuotes(piece: string): string {
  return piece.replace(/"[^"]*"|'[^']*'/g, "");
}

function lineOf(token: { getPosition(): number[] }): number {
  return token.getPosition()[0] ?? 1;
}

/** The engine's error in words for a merchant. */
function explain(error: unknown): TemplateProblem {
  if (!LiquidError.is(error)) return { message: sentence("template_check.unusable"), line: 1 };
  const said = error.message.replace(/, line:\d+.*$/s, "");
  return { message: inWords(said), line: lineOf(error.token) };
}

function inWords(said: string): Sentence {
  const tag = /^tag "([^"]*)" not found/.exec(said)?.[1] ?? /^(raw) .* not closed/s.exec(said)?.[1];
  if (tag !== undefined && CLOSING_TAG.test(tag))
    return sentence("template_check.stands_alone", { tag: `{% ${tag} %}` });
  if (tag !== undefined) return sentence("template_check.unknown_tag", { tag, allowed: ALLOWED_TAGS.join(", ") });
  const filter = /^undefined filter: (.*)/s.exec(said)?.[1];
  if (filter !== undefined)
    return sentence("template_check.unknown_filter", { filter, allowed: ALLOWED_FILTERS.join(", ") });
  const open = /^(?:tag|output) "?(.*?)"? not closed/s.exec(said)?.[1];
  if (open !== undefined) return withoutEnd(open);
  return sentence("template_check.unreadable", { problem: said });
}

function withoutEnd(piece: string): Sentence {
  return sentence("template_check.no_end", { piece });
}
