import { LRUCache } from "lru-cache";
import { cleanVariables, oneLine } from "./clean-variables";
import { LONGEST_SUBJECT } from "./longest-subject";
import { htmlEngine, textEngine } from "./template-engine";
import type { ThankYouVariables } from "./thank-you-variables";

/** A saved version of the thank-you email: the merchant's subject, and the layout's two templates. */
export interface ThankYouTemplate {
  subject: string;
  htmlTemplate: string;
  textTemplate: string;
}

/** A mail's words, ready to be frozen on its message. */
export interface RenderedEmail {
  subject: string;
  html: string;
  text: string;
}

type CompiledThankYou = (variables: ThankYouVariables) => RenderedEmail;

/**
 * Reading a template takes thirty times as long as filling it in, and a batch of mails may be of a hundred shops. Most
 * templates have 10,000 characters; the largest have a hundred times as many, so memory is bounded by characters.
 */
const compiled = new LRUCache<string, CompiledThankYou>({
  max: 500,
  maxSize: 20_000_000,
  sizeCalculation: (_render, key) => key.length,
});

const EMPTY_PARAGRAPH = /<p\b[^<>]*>(?:\s|<br\/?>)*<\/p>/g;

/** Reads a template once for any number of mails. Throws only for a template that was never checked. */
export function compileThankYou(template: ThankYouTemplate): CompiledThankYou {
  const key = JSON.stringify([template.subject, template.htmlTemplate, template.textTemplate]);
  const render = compiled.get(key) ?? compile(template);
  compiled.set(key, render);
  return render;
}

function compile(template: ThankYouTemplate): CompiledThankYou {
  const subject = textEngine.parse(template.subject);
  const html = htmlEngine.parse(template.htmlTemplate);
  const text = textEngine.parse(template.textTemplate);
  return (variables) => {
    const values = cleanVariables(variables);
    return {
      subject: oneLine(textEngine.renderSync(subject, values), LONGEST_SUBJECT) || values.shop.name,
      html: htmlEngine.renderSync(html, values).replace(EMPTY_PARAGRAPH, ""),
      text: tidyText(textEngine.renderSync(text, values)),
    };
  };
}

/** One mail out of a saved version. Values are data: never read as Liquid, always escaped in HTML. */
export function renderThankYou(template: ThankYouTemplate, variables: ThankYouVariables): RenderedEmail {
  return compileThankYou(template)(variables);
}

/** No spaces at the ends of lines, no more than one empty line in a row. */
function tidyText(text: string): string {
  const lines = text.split("\n").map((line) => line.trimEnd());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
