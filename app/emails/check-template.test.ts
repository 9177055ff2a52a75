import { describe, expect, it } from "vitest";
import { intl } from "../../tests/support/shop-intl";
import { DEFAULT_THANK_YOU } from "../../tests/support/thank-you";
import { checkTemplate } from "./check-template";
import { THANK_YOU_VARIABLES } from "./thank-you-variables";

describe("checking a template", () => {
  it.each([
    "",
    "Plain words, 100% of them { even } with <b>marks</b> & signs",
    'Hi {{ customer.first_name | default: "there" | capitalize }}',
    "{% if review.rating >= 4 %}great{% elsif review.rating %}thanks{% else %}hello{% endif %}",
    '{% case order.name %}{% when "#1001" %}first{% else %}again{% endcase %}',
    "{%- unless coupon.expires_on -%} forever {%- endunless -%}",
    "{% comment %} for {{ whoever }} reads this {% endcomment %}",
    '{{ customer["first_name"] }}',
    DEFAULT_THANK_YOU.subject,
    DEFAULT_THANK_YOU.body,
  ])("takes %j", (source) => {
    expect(checkTemplate(source)).toEqual({ outcome: "valid" });
  });

  it.each(THANK_YOU_VARIABLES.map(({ path }) => path))("knows {{ %s }}", (path) => {
    expect(checkTemplate(`{{ ${path} }}`)).toEqual({ outcome: "valid" });
  });

  it.each([
    ["a\n\n{{ customer.frist_name }}", 3, 'Unknown variable "customer.frist_name"'],
    ["{{ coupon }}", 1, 'Unknown variable "coupon"'],
    ["{{ customer[order.name] }}", 1, "Unknown variable"],
    ["{{ constructor.constructor }}", 1, "Unknown variable"],
    ["{{ __proto__.x }}", 1, "Unknown variable"],
    ["{{ shop.name.size }}", 1, "Unknown variable"],
    ["{% if shop.nam %}x{% endif %}", 1, 'Unknown variable "shop.nam"'],
    ["\n{{ shop.name | default: shop.nam }}", 2, 'Unknown variable "shop.nam"'],
    ["a\n{{ shop.name | upcas }}", 2, 'Unknown filter "upcas". You can use capitalize'],
    ["{{ shop.name | raw }}", 1, 'Unknown filter "raw"'],
    ["{{ shop.name | constructor }}", 1, 'Unknown filter "constructor"'],
    ["{{ shop.name", 1, "{{ shop.name has no end."],
    ["a\n{% if shop.name %}", 2, "{% if shop.name %} has no end."],
    ["{% endif %}", 1, "{% endif %} stands alone"],
    ["{% else %}", 1, "{% else %} stands alone"],
    ["a\nb\n{% for x in shop.name %}{% endfor %}", 3, 'Unknown tag "for". You can use if'],
    ['{% include "a" %}', 1, 'Unknown tag "include"'],
    ['{% render "../../etc/passwd" %}', 1, 'Unknown tag "render"'],
    ["{% raw %}{{ shop.name }}{% endraw %}", 1, "Unknown tag"],
    ["{% raw %}{{ shop.name }}", 1, 'Unknown tag "raw"'],
    ["{% assign shop = 1 %}", 1, 'Unknown tag "assign"'],
    ["{{ }}", 1, "Liquid cannot read this"],
    ["{{ (1..9) }}", 1, "Ranges"],
    ["{% if review.rating contains (1..shop.name) %}{% endif %}", 1, "Ranges"],
    [`${"{% if shop.name %}".repeat(11)}${"{% endif %}".repeat(11)}`, 1, "nested more than 10 deep"],
    ["{{ shop.name }}".repeat(401), 1, "more than 400"],
    [`a\n{% if shop.name == "x" %}{{ "${"x".repeat(490)}" | upcase }}{% endif %}`, 2, "longer than 500"],
    ["x".repeat(20_001), 1, "longer than 20,000"],
  ])("refuses %j at line %i", (source, line, message) => {
    expect(problemsOf(source)).toEqual([{ line, message: expect.stringContaining(message) }]);
  });

  it("names all that is wrong at once, line by line", () => {
    const source =
      "{{ shop.nam }}\n{% if order.nme %}{% endif %}\n{{ shop.name | upcas }}\n{% for x in y %}\n{{ coupon.cod }}";
    expect(problemsOf(source)).toEqual([
      { line: 1, message: expect.stringContaining('"shop.nam"') },
      { line: 2, message: expect.stringContaining('"order.nme"') },
      { line: 3, message: expect.stringContaining('"upcas"') },
      { line: 4, message: expect.stringContaining('Unknown tag "for"') },
      { line: 5, message: expect.stringContaining('"coupon.cod"') },
    ]);
    const unclosed = problemsOf(
      "{% comment %}{{ whoever }}{% endcomment %}\n{% if order.name %}\n{{ shop.name | upcas }}",
    );
    expect(unclosed).toEqual([
      { line: 2, message: "{% if order.name %} has no end." },
      { line: 3, message: expect.stringContaining('"upcas"') },
    ]);
    expect(problemsOf("{{ shop.nam }}\n{{ coupon.cod }}")).toMatchObject([{ line: 1 }, { line: 2 }]);
  });
});

function problemsOf(source: string) {
  const check = checkTemplate(source);
  if (check.outcome === "valid") return [];
  return check.problems.map(({ line, message }) => ({ line, message: intl.say(message) }));
}
