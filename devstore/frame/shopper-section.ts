import { PRESET_SHOPPERS, PRODUCTS } from "../shopper/catalogue";
import { type Html, html } from "./html";

/** The shopper panel: a short guide, what to do as whom, what was done, and what was sent. */
export function shopperSection(timeZone: string): Html {
  return html`<section id="shopper" aria-labelledby="shopper-title">
      <h2 id="shopper-title">Shopper</h2>
      <p class="quiet">Be a customer of the demo store. Each thing you do is sent to the app as a signed webhook. Times are the shop’s, ${timeZone}.</p>
      <section class="card" aria-labelledby="guide-title">
        <h3 id="guide-title">From a coupon to an inbox</h3>
        <ol id="guide"></ol>
      </section>
      ${deedForm()}
      <section aria-labelledby="deeds-title">
        <h3 id="deeds-title">What shoppers did</h3>
        <p id="deeds-empty" class="quiet">Nothing yet.</p>
        <ul id="deeds" class="plain-list"></ul>
        <div class="visually-hidden" role="status"><p id="deeds-news"></p></div>
      </section>
      <section aria-labelledby="sent-title">
        <h3 id="sent-title">Webhooks sent</h3>
        <p id="sent-empty" class="quiet">None yet. Here you will see each one and what the app answered.</p>
        <ul id="sent" class="plain-list"></ul>
      </section>
    </section>`;
}

function deedForm(): Html {
  const people = PRESET_SHOPPERS.map(
    ({ name, email }) => html`<option value="${email}" data-name="${name}">${name}</option>`,
  );
  const products = PRODUCTS.map(({ id, title }) => html`<option value="${id}">${title}</option>`);
  return html`<form id="deed-form" class="card" novalidate>
      <label class="field">Shopper
        <select name="preset" aria-describedby="shopper-address">${people}<option value="">Someone else…</option></select></label>
      <p id="shopper-address" class="quiet"></p>
      <div id="someone-else" hidden>
        ${textField("shopper.name", "Name", "text", "name")}${textField("shopper.email", "Email", "email", "email")}
      </div>
      <label class="field">Product<select name="productId">${products}</select></label>
      <fieldset class="choice"><legend>What happens</legend>
        <label><input type="radio" name="kind" value="order" checked> Places an order</label>
        <label><input type="radio" name="kind" value="review"> Writes a review</label>
      </fieldset>
      <div id="order-fields">${orderFields()}</div>
      <div id="review-fields" hidden>${reviewFields()}</div>
      <label class="field">How the webhook arrives<select name="delivery"></select></label>
      <button type="submit" class="button button-primary">Place the order</button>
      <p id="deed-result" role="status"></p>
    </form>`;
}

function orderFields(): Html {
  return html`<label class="field">Discount codes, if any
        <input type="text" name="codes" autocomplete="off" aria-describedby="codes-help error-codes">
        <span class="quiet" id="codes-help">Any code makes the order 10% cheaper here. Several are separated by commas.</span>
        <span class="field-error" id="error-codes"></span></label>`;
}

function reviewFields(): Html {
  const stars = [1, 2, 3, 4, 5].map(
    (star) =>
      html`<label><input type="radio" name="rating" value="${star}" ${star === 5 ? html`checked` : ""}> ${star}<span aria-hidden="true">★</span></label>`,
  );
  return html`<fieldset class="choice stars"><legend>Rating</legend>${stars}</fieldset>
      <label class="field">Text<textarea name="text" rows="3" aria-describedby="error-text">Smells like a Sunday. Would buy again!</textarea>
        <span class="field-error" id="error-text"></span></label>
      <label class="check"><input type="checkbox" name="hasPhoto"> With a photo</label>
      <label class="field">Comes from
        <select name="source" aria-describedby="source-help">
          <option value="judgeme">Judge.me</option>
          <option value="events">Your own system (events API)</option>
        </select>
        <span class="quiet" id="source-help">Judge.me can only take a review down; the events API can delete it.</span></label>`;
}

function textField(name: string, label: string, type: string, autocomplete: string): Html {
  return html`<label class="field">${label}
        <input type="${type}" name="${name}" autocomplete="${autocomplete}" aria-describedby="error-${name}">
        <span class="field-error" id="error-${name}"></span></label>`;
}
