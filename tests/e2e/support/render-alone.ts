import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { AppProvider } from "@shopify/polaris";
import translations from "@shopify/polaris/locales/en.json";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const styles = createRequire(import.meta.url).resolve("@shopify/polaris/build/esm/styles.css");

/** A page with nothing of ours: one Polaris component, as Polaris renders and styles it. */
export function renderAlone(component: ReactElement): string {
  const body = renderToStaticMarkup(createElement(AppProvider, { i18n: translations }, component));
  return `<!doctype html><html lang="en"><head><title>Polaris</title><style>${readFileSync(styles, "utf8")}</style></head>
    <body><main><h1>Polaris</h1>${body}</main></body></html>`;
}
