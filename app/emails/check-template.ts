import { LiquidError, TokenKind, type TopLevelToken } from "liquidjs";
import { splitTemplate } from "./split-template";
import { ALLOWED_FILTERS, ALLOWED_TAGS, textEngine } from "./template-engine";
import { BAREST_VARIABLES, SAMPLE_VARIABLES, THANK_YOU_VARIABLES } from "./thank-you-variables";

/** One thing that keeps a template from being used; `line` counts from 1. */
export interface TemplateProblem {
  message: string;
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
    return [{ message: `This is longer than ${LONGEST_TEMPLATE.toLocaleString("en")} characters.`, line: 1 }];
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
    if (depth > DEEPEST_NESTING) return { message: `Tags are nested more than ${DEEPEST_NESTING} deep.`, line };
    if (piece.getText().length > LONGEST_PIECE)
      return { message: `A variable or tag is longer than ${LONGEST_PIECE} characters.`, line };
    if (withoutQuotes(piece.getText()).includes(".."))
      return { message: "Ranges like (1..5) cannot be used here.", line };
  }
  const tooMany = pieces[MOST_PIECES];
  return tooMany ? { message: `There are more than ${MOST_PIECES} variables and tags.`, line: lineOf(tooMany) } : null;
}

/** Throws the engine's error where it cannot read the template. */
function checkVariables(source: string): TemplateProblem[] {
  const template = textEngine.parse(source);
  const used = Object.values(textEngine.analyzeSync(template).variables).flat();
  const unknown = used.filter((variable) => !KNOWN.has(variable.toString()));
  if (unknown.length === 0) {
    for (const variables of [SAMPLE_VARIABLES, BAREST_VARIABLES]) textEngine.renderSync(template, variables);
  }
  return inOrder(
    unknown.map((variable) => ({
      message: `Unknown variable "${variable}". Pick one from the list of variables.`,
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
  const alone = isCondition ? `${text.replace(/^(\{%-?\s*)\w+/, "$1if")}{% endif %}` : text;
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
  return open.map((piece) => ({ message: `${piece.getText()} has no end.`, line: lineOf(piece) }));
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
  const once = new Map(problems.map((problem) => [`${problem.line} ${problem.message}`, problem]));
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
  if (!LiquidError.is(error)) return { message: "This cannot be used as a template.", line: 1 };
  const said = error.message.replace(/, line:\d+.*$/s, "");
  return { message: inWords(said), line: lineOf(error.token) };
}

function inWords(said: string): string {
  const tag = /^tag "([^"]*)" not found/.exec(said)?.[1] ?? /^(raw) .* not closed/s.exec(said)?.[1];
  if (tag !== undefined && CLOSING_TAG.test(tag)) return `{% ${tag} %} stands alone: its opening tag is missing.`;
  if (tag !== undefined) return `Unknown tag "${tag}". You can use ${ALLOWED_TAGS.join(", ")}.`;
  const filter = /^undefined filter: (.*)/s.exec(said)?.[1];
  if (filter !== undefined) return `Unknown filter "${filter}". You can use ${ALLOWED_FILTERS.join(", ")}.`;
  const open = /^(?:tag|output) "?(.*?)"? not closed/s.exec(said)?.[1];
  if (open !== undefined) return `${open} has no end.`;
  return `Liquid cannot read this: ${said}.`;
}
