/** A piece of HTML; what is put into it by `html` is not escaped again. */
export class Html {
  constructor(readonly source: string) {}
}

/** Writes HTML: every value is escaped, unless it is HTML itself; lists are joined. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Html | readonly Html[])[]): Html {
  const source = parts.reduce((text, part, index) => text + write(values[index - 1] ?? "") + part);
  return new Html(source);
}

/** JSON for a `<script type="application/json">`: nothing in it can end the element. */
export function jsonForScript(value: unknown): Html {
  return new Html(JSON.stringify(value).replaceAll("<", "\\u003c"));
}

function write(value: string | number | Html | readonly Html[]): string {
  if (value instanceof Html) return value.source;
  if (Array.isArray(value)) return value.map((piece: Html) => piece.source).join("");
  return String(value)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
