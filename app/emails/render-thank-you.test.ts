import { describe, expect, it, vi } from "vitest";
import { intl } from "../../tests/support/shop-intl";
import { DEFAULT_THANK_YOU, SAMPLE_VARIABLES } from "../../tests/support/thank-you";
import { previewThankYou } from "./preview-thank-you";
import { renderLayout } from "./render-layout";
import { renderThankYou } from "./render-thank-you";
import type { ThankYouVariables } from "./thank-you-variables";

async function mail(email: { subject?: string; body?: string }, variables: Partial<ThankYouVariables> = {}) {
  const { subject, body } = { ...DEFAULT_THANK_YOU, ...email };
  return renderThankYou(
    { subject, ...(await renderLayout({ subject, body, intl })) },
    { ...SAMPLE_VARIABLES, ...variables },
  );
}

describe("the thank-you email", () => {
  it("carries the merchant's words, the coupon, its code and its last day in both parts", async () => {
    const { subject, html, text } = await mail({
      subject: "For {{ customer.first_name }}",
      body: "Dear {{ customer.first_name }}",
    });
    expect(subject).toBe("For Ada");
    expect(text).toBe(
      "Your shop\n\n10% off your next order\n\nYour code\n\nSAMPLE-CODE\n\nValid until December 31, 2030\n\nDear Ada\n\nSent to you by Your shop",
    );
    for (const words of ["Dear Ada", "10% off your next order", "SAMPLE-CODE", "Valid until December 31, 2030"]) {
      expect(html).toContain(words);
    }
  });

  it("is made in time that grows with a template's length, not its square", () => {
    const spaces = " ".repeat(140_000);
    const template = {
      subject: "Thanks",
      htmlTemplate: `<p>${spaces}x</p>`,
      textTemplate: `a \t\n\nb${spaces}c${spaces}`,
    };
    expect(renderThankYou(template, SAMPLE_VARIABLES).text).toBe(`a\n\nb${spaces}c`);
  });

  it("is made however long its process stood still meanwhile", async () => {
    let now = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 60_000));
    try {
      expect((await mail({})).text).toContain("SAMPLE-CODE");
    } finally {
      clock.mockRestore();
    }
  });

  it("has no line about the end of a coupon that has none", async () => {
    const { html, text } = await mail({}, { coupon: { ...SAMPLE_VARIABLES.coupon, expires_on: null } });
    expect(html + text).not.toContain("Valid until");
  });

  it("has the same layout for a static code and for one out of a pool", async () => {
    const html = async (code: string) => (await mail({}, { coupon: { ...SAMPLE_VARIABLES.coupon, code } })).html;
    expect((await html("STATIC10")).replace("STATIC10", "")).toBe(
      await html("a8f-Q2").then((h) => h.replace("a8f-Q2", "")),
    );
  });

  it("does what tags say although the words around them are escaped", async () => {
    const body = `{% if review.rating > 3 and review.rating <= 5 %}5 > 3 & "so"{% endif %}{{ order.name | default: '"<none>"' }}`;
    const { html, text } = await mail({ body }, { order: { name: null } });
    expect(html).toContain("5 &gt; 3 &amp; &quot;so&quot;&quot;&lt;none&gt;&quot;");
    expect(text).toContain('5 > 3 & "so""<none>"');
  });

  it("shows HTML that a merchant types as the text it is", async () => {
    const { html } = await mail({ subject: "</title><script>", body: `</p><img src=x onerror="alert(1)">` });
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  });

  it("makes paragraphs of empty lines and keeps single line breaks", async () => {
    const { html } = await mail({ body: "one\ntwo\n\n\nthree" });
    expect(html).toMatch(/<p [^>]*>one<br\/>two<\/p><p [^>]*>three<\/p>/);
  });

  it("leaves no gap where a condition that spans paragraphs does not hold", async () => {
    const body = "before\n\n{% if order.name %}\n\nabout {{ order.name }}\n\n{% endif %}\n\nafter";
    const { html, text } = await mail({ body }, { order: { name: null } });
    expect(html).toMatch(/>before<\/p><p [^>]*>after<\/p>/);
    expect(text).toContain("before\n\nafter");
    expect((await mail({ body })).html).toMatch(/>before<\/p><p [^>]*>about #1001<\/p><p [^>]*>after<\/p>/);
  });

  it("never leaves the subject empty", async () => {
    expect((await mail({ subject: "{{ order.name }}" }, { order: { name: null } })).subject).toBe("Your shop");
  });

  it("lets a shopper's line breaks into no header", async () => {
    const { subject } = await mail(
      { subject: "{{ product.title }}" },
      { product: { title: "a\r\nBcc: victim@example.com" } },
    );
    expect(subject).toBe("a Bcc: victim@example.com");
  });

  it("escapes a value once, also where the merchant asks for it", async () => {
    const { html } = await mail({ body: "{{ product.title | escape | upcase }}" }, { product: { title: "a & b" } });
    expect(html).toContain("A &amp; B<");
  });

  it("previews with a code that stands in no pool", async () => {
    const layout = await renderLayout({ ...DEFAULT_THANK_YOU, intl });
    const template = { subject: DEFAULT_THANK_YOU.subject, ...layout };
    const { text } = previewThankYou(template, { shop: { name: "Tea & Leaves" }, intl });
    expect(text).toContain("SAMPLE-CODE");
    expect(text).toContain("Tea & Leaves");
  });
});
