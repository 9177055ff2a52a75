import { Liquid } from "liquidjs";
import { expect, test } from "vitest";
import { isTemplateFault } from "./is-template-fault";

const engine = new Liquid({ memoryLimit: 100, parseLimit: 100, strictFilters: true });
engine.registerFilter("broken", () => {
  throw new TypeError("a bug");
});

function thrownBy(template: string, values: object = {}): unknown {
  try {
    engine.parseAndRenderSync(template, values);
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

test.each([
  ["that is too long", "x".repeat(101)],
  ["that uses too much memory", "{{ text | append: text }}"],
  ["that ends in the middle", "{{ text"],
  ["with a condition nothing closes", "{% if text %}"],
  ["with a filter there is none of", "{{ text | nothing }}"],
])("a template %s is at fault itself", (_what, template) => {
  expect(isTemplateFault(thrownBy(template, { text: "x".repeat(90) }))).toBe(true);
});

test("a bug is no template's fault, wherever it is thrown", () => {
  expect(isTemplateFault(thrownBy("{{ text | broken }}"))).toBe(false);
  expect(isTemplateFault(thrownBy("{% if true %}{{ text | broken }}{% endif %}"))).toBe(false);
  expect(isTemplateFault(new TypeError("a bug"))).toBe(false);
  expect(isTemplateFault(null)).toBe(false);
});
