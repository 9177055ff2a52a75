import type { OrderRequest, PanelState, ReviewRequest } from "../../shopper/deed";
import { byId } from "./dom";
import { drawOutcome, lastAbout } from "./outcome";
import { type PanelAnswer, sendOrder, sendReview } from "./panel-api";

const ORDER_DELIVERIES: Record<OrderRequest["delivery"], string> = {
  normal: "As it should",
  "bad-signature": "With a bad signature",
  "cancelled-first": "Out of order: its cancellation arrives first",
  "refunded-first": "Out of order: a refund arrives first",
};

const REVIEW_DELIVERIES: Record<ReviewRequest["delivery"], string> = {
  normal: "As it should",
  "bad-signature": "With a bad signature",
  "photo-first": "Out of order: its photo arrives first",
  "deleted-first": "Out of order: its removal arrives first",
};

/** Wires the form that lets a shopper do something. `onDone` gets the panel's state after each deed. */
export function wireDeedForm(onDone: (state: PanelState) => void): void {
  const form = byId("deed-form", HTMLFormElement);
  form.addEventListener("change", () => adapt(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit(form, onDone);
  });
  adapt(form);
}

/** Shows what belongs to the chosen shopper and deed. */
function adapt(form: HTMLFormElement): void {
  const data = new FormData(form);
  const isReview = data.get("kind") === "review";
  byId("someone-else", HTMLElement).hidden = data.get("preset") !== "";
  byId("shopper-address", HTMLElement).textContent = String(data.get("preset") ?? "");
  byId("review-fields", HTMLElement).hidden = !isReview;
  byId("order-fields", HTMLElement).hidden = isReview;
  const deliveries: Record<string, string> = isReview ? REVIEW_DELIVERIES : ORDER_DELIVERIES;
  const select = form.elements.namedItem("delivery");
  if (select instanceof HTMLSelectElement && select.dataset.kind !== String(data.get("kind"))) {
    select.dataset.kind = String(data.get("kind"));
    select.replaceChildren(...Object.entries(deliveries).map(([value, words]) => new Option(words, value)));
  }
  const button = form.querySelector("button[type=submit]");
  if (button) button.textContent = isReview ? "Write the review" : "Place the order";
}

async function submit(form: HTMLFormElement, onDone: (state: PanelState) => void): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  if (button?.getAttribute("aria-disabled") === "true") return;
  button?.setAttribute("aria-disabled", "true");
  const result = byId("deed-result", HTMLElement);
  result.replaceChildren();
  const answer = await send(new FormData(form));
  button?.removeAttribute("aria-disabled");
  showFieldErrors(form, "fields" in answer ? answer.fields : {});
  if ("trouble" in answer) drawOutcome(result, answer.trouble);
  if (!("state" in answer)) return;
  const [newest] = answer.state.deeds;
  drawOutcome(result, newest ? lastAbout(newest.id, answer.state) : null);
  onDone(answer.state);
}

function send(data: FormData): Promise<PanelAnswer> {
  const text = (name: string) => String(data.get(name) ?? "");
  const productId = text("productId");
  const shopper = shopperFrom(data);
  if (text("kind") === "order") {
    return sendOrder({
      shopper,
      productId,
      codes: text("codes"),
      delivery: text("delivery") as OrderRequest["delivery"],
    });
  }
  return sendReview({
    shopper,
    productId,
    rating: Number(text("rating")),
    text: text("text"),
    hasPhoto: data.has("hasPhoto"),
    source: text("source") as ReviewRequest["source"],
    delivery: text("delivery") as ReviewRequest["delivery"],
  });
}

function shopperFrom(data: FormData): OrderRequest["shopper"] {
  const email = String(data.get("preset") ?? "");
  if (!email) return { name: String(data.get("shopper.name")), email: String(data.get("shopper.email")) };
  const option = document.querySelector<HTMLOptionElement>(`option[value="${CSS.escape(email)}"]`);
  return { name: option?.dataset.name ?? email, email };
}

function showFieldErrors(form: HTMLFormElement, errors: Record<string, string>): void {
  for (const place of form.querySelectorAll<HTMLElement>(".field-error")) {
    const name = place.id.replace(/^error-/, "");
    place.textContent = errors[name] ?? "";
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLElement) control.toggleAttribute("aria-invalid", name in errors);
  }
  form.querySelector<HTMLElement>("[aria-invalid]")?.focus();
}
