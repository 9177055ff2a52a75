// Whatever a person may read stands in app/messages: no sentence beside it, no message nobody says, no placeholder without a
// value. Prints each breach; exit code 1 when there is one. File names as arguments look at those alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import ts from "typescript";
import { root } from "../setup/root.mjs";
import { filesUnder } from "../setup/stamp.mjs";

const CATALOGUE = /^app\/messages\/english/;
/** Answers to machines, settings and protocols: nobody reads them in the admin. */
const FOR_MACHINES =
  /^app\/(platform|intake|shopify|jobs|messages|engagements\/sources)\/|^app\/engagements\/neutral-event|\/generated\/|\.test\.tsx?$/;
/** Attributes whose text Polaris shows or reads out. */
const SHOWN =
  /^(title|subtitle|label|content|helpText|placeholder|accessibilityLabel|heading|alt|emptyStateMarkup|details|suffix|prefix)$/;
/** Stands for what is filled into a template. */
const FILLED = "X";
const SENTENCE = /^[“"]?[A-Z].*[a-z].* /s;

const files = filesUnder(["app"], (file) => /\.tsx?$/.test(file) && !file.includes("/generated/"));
const parsed = files.map((file) => [file, syntaxOf(file)]);
const { messages, breaches } = readCatalogue(parsed.filter(([file]) => CATALOGUE.test(file)));
const chosen = process.argv.slice(2);
const said = new Set();

for (const [file, source] of parsed) {
  if (CATALOGUE.test(file)) continue;
  walk(source, (node) => {
    if (ts.isStringLiteralLike(node) && messages.has(node.text)) said.add(node.text);
    if (chosen.length > 0 && !chosen.includes(file)) return;
    const found = callBreach(node) ?? (FOR_MACHINES.test(file) ? undefined : textBreach(node));
    if (!found) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    breaches.push(`${file}:${line + 1}: ${found}`);
  });
}
if (chosen.length === 0) for (const id of messages.keys()) if (!said.has(id)) breaches.push(`${id}: nobody says it`);

for (const breach of breaches) console.log(breach);
process.exit(breaches.length === 0 ? 0 : 1);

function syntaxOf(file) {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true, kind);
}

function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Every message by its id with the names of its placeholders. */
function readCatalogue(catalogue) {
  const messages = new Map();
  const breaches = [];
  for (const [file, source] of catalogue) {
    walk(source, (node) => {
      if (!ts.isPropertyAssignment(node) || !ts.isStringLiteral(node.name)) return;
      const id = node.name.text;
      if (messages.has(id)) breaches.push(`${file}: ${id} stands there twice`);
      try {
        messages.set(id, placeholders(parse(node.initializer.text)));
      } catch (error) {
        breaches.push(`${file}: ${id} is no message: ${error.message}`);
        messages.set(id, new Set());
      }
    });
  }
  return { messages, breaches };
}

function placeholders(elements) {
  const names = elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner = [...(element.children ?? []), ...Object.values(element.options ?? {}).flatMap(({ value }) => value)];
    return [element.value, ...placeholders(inner)];
  });
  return new Set(names);
}

/** A message said with other values than it asks for; values that are put together elsewhere cannot be seen. */
function callBreach(node) {
  if (!ts.isCallExpression(node) || !/(^|\.)(say|rich|sentence)$/.test(node.expression.getText())) return;
  const [first, values] = node.arguments;
  if (!first || !ts.isStringLiteralLike(first) || !messages.has(first.text)) return;
  const wanted = messages.get(first.text);
  if (values && !ts.isObjectLiteralExpression(values)) return;
  if (values?.properties.some(ts.isSpreadAssignment)) return;
  const given = new Set(values?.properties.map((property) => property.name?.getText()));
  const missing = [...wanted].filter((name) => !given.has(name));
  const idle = [...given].filter((name) => !wanted.has(name));
  if (missing.length + idle.length > 0)
    return `${first.text} ${[...missing.map((name) => `lacks ${name}`), ...idle.map((name) => `has no ${name}`)].join(", ")}`;
}

function textBreach(node) {
  if (ts.isJsxText(node))
    return /\p{L}{2}/u.test(node.text) ? `text outside the catalogue: ${node.text.trim()}` : undefined;
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return;
  const words = ts.isTemplateExpression(node) ? wordsOf(node) : node.text;
  const isShown = ts.isJsxAttribute(node.parent) && SHOWN.test(node.parent.name.getText());
  if (messages.has(words)) return;
  if (!/\p{L}{2}/u.test(words.replaceAll(FILLED, "")) || !(isShown || SENTENCE.test(words))) return;
  if (isForMachines(node) || isOfMeta(node)) return;
  return `text outside the catalogue: ${node.getText().slice(1, -1)}`;
}

/** A template's own words, with a letter for what is filled in. */
function wordsOf(template) {
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join(FILLED);
}

/** What a browser or a mail reader is told about the page, not its reader. */
function isOfMeta(node) {
  return ts.isJsxAttribute(node.parent) && node.parent.parent.parent.tagName.getText() === "meta";
}

/** What only a log, an exception, a query or a plain response shows. */
function isForMachines(node) {
  for (let up = node.parent; up; up = up.parent) {
    if (ts.isThrowStatement(up) || ts.isTaggedTemplateExpression(up) || ts.isImportDeclaration(up)) return true;
    if (ts.isNewExpression(up) && /Error$|^Response$/.test(up.expression.getText())) return true;
    if (
      ts.isCallExpression(up) &&
      /\blogger\b|^describe$|\$(query|execute)|setRequestHeader$/.test(up.expression.getText())
    )
      return true;
  }
  return false;
}
