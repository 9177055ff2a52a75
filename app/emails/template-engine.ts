import { Liquid } from "liquidjs";
import { escapeHtml } from "./escape-html";

/** The only tags and filters a template may use: none loops, none builds text larger than what it was given. */
export const ALLOWED_TAGS: readonly string[] = ["if", "unless", "case", "comment"];
export const ALLOWED_FILTERS: readonly string[] = [
  "capitalize",
  "default",
  "downcase",
  "escape",
  "strip",
  "truncate",
  "upcase",
];

/**
 * In characters. liquidjs's author does not call it a sandbox; these stand behind the checks, and nothing that passes those
 * reaches them: 20,000 characters, each a paragraph of its own with an empty line after it, are 1,300,000 with the layout's
 * markup; and the filters that fit into 20,000 go over at most 10,000,000. Time is no limit: nothing loops, and a process
 * that stood still must not turn into mails that fail for good.
 */
const LIMITS = { parseLimit: 2_000_000, memoryLimit: 10_000_000 };

/** Liquid for HTML: every value is escaped, whatever filters it went through. */
export const htmlEngine = createEngine(escapeHtml);

/** Liquid for plain text and subjects: values stand as they are. */
export const textEngine = createEngine((text) => text.toWellFormed());

function createEngine(write: (text: string) => string): Liquid {
  const engine = new Liquid({
    ...LIMITS,
    // Templates in memory, of which there are none: no tag could read a file.
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    dynamicPartials: false,
    relativeReference: false,
    outputEscape: (value: unknown) => (value === null || value === undefined ? "" : write(String(value))),
  });
  for (const name of Object.keys(engine.tags)) if (!ALLOWED_TAGS.includes(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) if (!ALLOWED_FILTERS.includes(name)) delete engine.filters[name];
  // Values are escaped once, at the end; merchants who write it out of habit must not see "&amp;amp;".
  engine.registerFilter("escape", (value: unknown) => value);
  return engine;
}
