import { Tokenizer, TokenKind, type TopLevelToken } from "liquidjs";
import { escapeHtml } from "./escape-html";
import { textEngine } from "./template-engine";

/**
 * A template's pieces in order: text, `{{ outputs }}` and `{% tags %}`, as the engine itself cuts them.
 * Throws the engine's error for a piece without an end.
 */
export function splitTemplate(source: string): TopLevelToken[] {
  return new Tokenizer(source, textEngine.options.operators).readTopLevelTokens(textEngine.options);
}

/** Text on one line as HTML source: text escaped, Liquid left as it is. */
export function lineToHtml(source: string): string {
  return splitTemplate(source)
    .map((token) => (token.kind === TokenKind.HTML ? escapeHtml(token.getText()) : token.getText()))
    .join("");
}

/**
 * Text as the HTML source of its paragraphs: parted at empty lines, text escaped, single line breaks kept, Liquid left as it is.
 * A tag may open in one paragraph and close in another; each way through it still gives whole paragraphs,
 * since all that stands between two pieces of text is an end and a beginning.
 */
export function paragraphsToHtml(source: string): string[] {
  const paragraphs = [""];
  let afterTag = false;
  for (const token of splitTemplate(source)) {
    const isText = token.kind === TokenKind.HTML;
    const [first, ...more] = isText ? textParts(token.getText(), afterTag) : [token.getText()];
    paragraphs[paragraphs.length - 1] += first ?? "";
    paragraphs.push(...more);
    afterTag = token.kind === TokenKind.Tag;
  }
  return paragraphs.filter((paragraph) => paragraph.trim() !== "");
}

/** A tag on a line of its own leaves no empty line behind. */
function textParts(text: string, afterTag: boolean): string[] {
  const shown = afterTag ? text.replace(/^[ \t]*\n(?![ \t]*\n)/, "") : text;
  return shown.split(/\n[ \t]*\n\s*/).map((part) => escapeHtml(part).replaceAll("\n", "<br/>"));
}
