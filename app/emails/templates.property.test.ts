import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intl } from "../../tests/support/shop-intl";
import { DEFAULT_THANK_YOU, SAMPLE_VARIABLES } from "../../tests/support/thank-you";
import { checkTemplate } from "./check-template";
import { cleanVariables } from "./clean-variables";
import { layOutDraft } from "./lay-out-draft";
import { renderLayout } from "./render-layout";
import { compileThankYou, renderThankYou } from "./render-thank-you";
import { textEngine } from "./template-engine";
import { BAREST_VARIABLES, THANK_YOU_VARIABLES, type ThankYouVariables } from "./thank-you-variables";

const NASTY = [
  "{{ shop.name }}",
  "{% if %}",
  "{% endif %}",
  "%}",
  "}}",
  "{{",
  "<script>alert(1)</script>",
  "</p>",
  "</td></table>",
  "<!--",
  "-->",
  "]]>",
  '" onload="x',
  "' x='",
  "&lt;",
  "&#60;",
  "&",
  "\r\nBcc: a@b",
  "\0",
  "\u2028",
  "\ud83c",
  "\u202e",
  "$&",
  "$1",
  "\\",
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "binary", maxLength: 20 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => `x${parts.join("")}`);

/** Variables with everything a stranger can write filled with hostile text. */
const hostileVariables: fc.Arbitrary<ThankYouVariables> = fc.record({
  customer: fc.record({ first_name: hostile }),
  coupon: fc.record({ description: hostile, code: hostile, expires_on: fc.constant("31 December 2030") }),
  review: fc.record({ rating: fc.constantFrom(1, 5) }),
  product: fc.record({ title: hostile }),
  shop: fc.record({ name: hostile }),
  order: fc.record({ name: hostile }),
});

const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? [];
const decode = (html: string) =>
  html
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
const squeeze = (text: string) => text.replace(/\s/g, "");
/** The text of the merchant's paragraphs in a rendered mail: what stands between the card and the last line. */
const wordsOf = (html: string) => {
  const words = html.slice(html.indexOf("</table>"), html.lastIndexOf("<p"));
  return decode(words.replace(/<[^>]*>/g, ""));
};

const everyVariable = THANK_YOU_VARIABLES.map(({ path }) => `{{ ${path} }}`).join(" · ");
const layout = renderLayout({ subject: everyVariable, body: everyVariable, intl });

describe("what shoppers write", () => {
  it("changes no tag of the mail, is read as no template, and arrives as written", async () => {
    const render = compileThankYou({ subject: everyVariable, ...(await layout) });
    const harmless = tagsOf(render(SAMPLE_VARIABLES).html);
    fc.assert(
      fc.property(hostileVariables, (variables) => {
        const mail = render(variables);
        expect(tagsOf(mail.html)).toEqual(harmless);
        const { product, coupon } = cleanVariables(variables);
        if (product.title) expect(wordsOf(mail.html)).toContain(product.title);
        expect(mail.text).toContain(coupon.code);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not be there
        expect(mail.subject).not.toMatch(/[\u0000-\u001f\u007f\u2028\u2029]/);
        expect(mail.subject.isWellFormed() && mail.html.isWellFormed() && mail.text.isWellFormed()).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const SOUND = [
  ...THANK_YOU_VARIABLES.map(({ path }) => `{{ ${path} }}`),
  '{{ customer.first_name | default: "you" | upcase }}',
  "{{ product.title | truncate: 7, order.name }}",
  "{{- shop.name -}}",
  '{{ order.name | default: "<p>\'{{" }}',
  "{% if product.title contains '<' %}<i>{% endif %}",
  "{% if review.rating > 3 and review.rating < 9 %}\n\n{% endif %}",
  "{% unless coupon.expires_on %}\n{% endunless %}",
  "{% case order.name %}\n\n{% when '#1001' %}one\n\n{% else %}two{% endcase %}",
  "{%- comment -%} <p>\n\n {{ x }} {%- endcomment -%}",
  ..."\n|\n\n|\n \n|a < b & c > d|\"|'|{ |%|}}|<p>|</p>|<b onclick='x'>|<!--|$&".split("|"),
  "[[laurel:title]]",
  "[[laurel:paragraph:0]]",
];
/** What makes a mail large, or much work, for the characters it has. */
const SPENDERS = [
  "x\n\n",
  '"\n\n',
  "x\n",
  '"',
  "\n\n{% if order.name %}\n\n{% endif %}x",
  `{{ product.title${"|upcase".repeat(60)} }}${"x\n\n".repeat(50)}`,
  `{% if product.title contains "Z" %}{{ "${"ΐ".repeat(240)}"${"|strip".repeat(40)} }}{% endif %}`,
  `{{ product.title | truncate: review.rating, order.name }}${"y".repeat(60)}`,
  "{{product.title|truncate:order.name,review.rating}}\n\n",
  `{% case order.name %}{% when review.rating %}{{ shop.name }}{% else %}x{% endcase %}${"z".repeat(120)}`,
];
/** Every value as long as it can be in a mail, of characters that grow when they are escaped or written large. */
const FULLEST: ThankYouVariables = {
  customer: { first_name: "ΐ".repeat(60) },
  coupon: { description: '"'.repeat(255), code: "'".repeat(255), expires_on: "31 December 2030" },
  review: { rating: 5 },
  product: { title: "Zΐ".repeat(127) },
  shop: { name: "&".repeat(255) },
  order: { name: "ΐ".repeat(255) },
};
const BROKEN = [
  ..."{|%}|{% if review.rating %}|{% else %}|{% endif %}|{% endcase %}|{{|{%|(1..9)|{{ (1..shop.name) }}|{{ nonsense }}|{% raw %}".split(
    "|",
  ),
  "{% for a in b %}",
];
const anyText = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...SOUND) },
  { weight: 3, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.constantFrom(...BROKEN) },
);
/** Well-formed more often than not: pieces, and pieces wrapped into conditions. */
const { template } = fc.letrec<{ template: string; wrapped: string }>((tie) => ({
  template: fc
    .array(fc.oneof({ depthSize: "xsmall", withCrossShrink: true }, anyText, tie("wrapped")), { maxLength: 5 })
    .map((p) => p.join("")),
  wrapped: fc
    .tuple(fc.constantFrom(...THANK_YOU_VARIABLES), tie("template"), tie("template"))
    .map(([{ path }, yes, no]) => `{% if ${path} %}${yes}{% else %}${no}{% endif %}`),
}));

describe("what merchants write", () => {
  it("is refused when it is saved, or renders for everyone within limits, saying in HTML what it says in text", async () => {
    const allowed = new Set(
      tagsOf(
        compileThankYou({ subject: "", ...(await renderLayout({ ...DEFAULT_THANK_YOU, intl })) })(SAMPLE_VARIABLES)
          .html,
      ),
    );
    allowed.add("<br/>");
    let valid = 0;
    await fc.assert(
      fc.asyncProperty(template, hostileVariables, async (body, variables) => {
        if (checkTemplate(body).outcome === "invalid") return;
        valid += 1;
        const render = compileThankYou({ subject: body, ...(await renderLayout({ subject: body, body, intl })) });
        for (const values of [variables, SAMPLE_VARIABLES, BAREST_VARIABLES]) {
          const { html, text } = render(values);
          expect(html.length + text.length).toBeLessThan(1_000_000);
          expect(tagsOf(html).filter((tag) => !allowed.has(tag))).toEqual([]);
          expect(html.match(/<p\b/g)).toHaveLength(html.match(/<\/p>/g)?.length ?? 0);
          const said = textEngine.parseAndRenderSync(body, cleanVariables(values));
          expect(squeeze(wordsOf(html))).toBe(squeeze(said));
          expect(squeeze(decode(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ""))).toBe(squeeze(said));
        }
      }),
      { numRuns: 200 },
    );
    expect(valid).toBeGreaterThan(30);
  }, 30_000);

  it("renders for everyone once it is accepted, however its 20,000 characters are spent", async () => {
    const unit = fc.array(fc.oneof(fc.constantFrom(...SPENDERS), fc.constantFrom(...SOUND)), {
      minLength: 1,
      maxLength: 3,
    });
    let accepted = 0;
    let longest = 0;
    const property = fc.asyncProperty(
      unit,
      fc.integer({ min: 1, max: 20_000 }),
      hostileVariables,
      async (parts, length, some) => {
        const one = parts.join("");
        const draft = await layOutDraft({
          subject: one.slice(0, 250),
          body: one.repeat(Math.floor(length / one.length)),
          intl,
        });
        if (draft.outcome === "invalid") {
          expect(draft.errors.body?.id).not.toBe("thank_you_check.large_email");
          return;
        }
        accepted += 1;
        longest = Math.max(longest, draft.htmlTemplate.length);
        for (const values of [some, FULLEST, SAMPLE_VARIABLES, BAREST_VARIABLES]) {
          expect(renderThankYou(draft, values).html).toContain("</html>");
        }
      },
    );
    const shapes = SPENDERS.map((one): [string[], number, ThankYouVariables] => [[one], 20_000, FULLEST]);
    await fc.assert(property, { numRuns: 60, examples: shapes });
    expect(accepted).toBeGreaterThan(15);
    expect(longest).toBeGreaterThan(1_000_000);
  }, 60_000);
});
