/** What stands where something is masked. */
export const MASK = "•••";

/** Fields whose text says something about the event, the order or the product, and nothing about a person. Lower case, without "_" and "-". */
const HARMLESS = new Set(
  [
    [
      "event",
      "topic",
      "subject",
      "action",
      "type",
      "kind",
      "version",
      "platform",
      "shopdomain",
      "source",
      "sourcename",
    ],
    ["curated", "published", "verified", "hidden", "featured", "state", "status", "test", "rating"],
    ["createdat", "updatedat", "processedat", "cancelledat", "closedat", "occurredat", "publishedat", "cancelreason"],
    ["financialstatus", "fulfillmentstatus", "currency", "presentmentcurrency", "currencycode", "amount", "price"],
    ["totalprice", "subtotalprice", "totaltax", "totaldiscounts", "currenttotalprice", "optinlevel", "valuetype"],
    ["producttitle", "producthandle", "sku", "handle", "quantity", "consentupdatedat", "unsubscribedat"],
  ].flat(),
);

/** Fields that stand for a person: what is in them is masked, whatever it is called. */
const PERSON =
  /customer|reviewer|actor|author|user|person|shopper|buyer|recipient|sender|address|billing|shipping|client|contact|account|member|guest|staff|owner|email|phone|mobile|firstname|lastname|fullname|nickname|displayname|note|(^|browser|remote)ip$/;

/** Fields that name a thing by its number. Others that end in "id" may be a person's: a tax id, a device. */
const IDS = new Set(
  [
    ["id", "externalid", "parentexternalid", "shopifyid", "providerid", "productexternalid", "admingraphqlapiid"],
    ["orderid", "productid", "variantid", "reviewid", "refundid", "lineitemid", "parentid", "transactionid"],
  ].flat(),
);

/** Whether a field is about a person, so that all that stands in it is masked. */
export function isPersonField(field: string): boolean {
  return PERSON.test(plain(field));
}

/** Whether a field's text may be shown. */
export function isHarmlessField(field: string): boolean {
  return HARMLESS.has(plain(field));
}

/** Whether a field names a thing: an order, a product, a review. */
export function isIdField(field: string): boolean {
  return IDS.has(plain(field));
}

/** Whether a name of a field looks like one, rather than like something a person is called or reached by. */
export function isFieldName(text: string): boolean {
  return /^[A-Za-z][A-Za-z_]{0,39}\d?$/.test(text);
}

/** Text that can only be a moment, the number of an order or an id of a thing. */
export function isHarmlessText(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?$/.test(text) ||
    /^gid:\/\/shopify\/(Order|Product|ProductVariant|LineItem|Refund)\/\d{1,20}$/.test(text) ||
    /^#\d{1,9}$/.test(text)
  );
}

/** Text of a field that names a thing, and nothing else: digits that are no number to call, or a UUID. */
export function isThingId(text: string): boolean {
  return /^[1-9]\d{0,19}$/.test(text) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

const SUSPICIONS = [
  /@/,
  // A number to call, a card.
  /\d{7,}/,
  /\d[\d .()/-]{7,}\d/,
  // Addresses of machines.
  /(\d{1,3}\.){3}\d/,
  /[0-9a-f]{0,4}:[0-9a-f]{0,4}:/i,
  // A secret.
  /(?=[A-Za-z_-]{0,40}\d)[A-Za-z0-9_-]{20,}/,
];

/** Whether text in a harmless field holds something else after all: an address, a number to call, a secret. */
export function isSuspicious(text: string): boolean {
  return text.length > 255 || SUSPICIONS.some((suspicion) => suspicion.test(text));
}

const plain = (field: string) => field.toLowerCase().replaceAll(/[_-]/g, "");
