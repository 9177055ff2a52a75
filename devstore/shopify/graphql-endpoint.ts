import type { Request, Response } from "express";
import { type DocumentNode, execute, type GraphQLError, type GraphQLSchema, parse, validate } from "graphql";
import { z } from "zod";
import { API_VERSION } from "~/shopify/api-version";
import type { TokenStore } from "./token-store";

/** Shopify's bucket for a shop on the Basic plan. */
const BUCKET = { maximumAvailable: 2000, restoreRate: 100 };

const graphqlRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

type Prepared = { document: DocumentNode } | { errors: readonly GraphQLError[] };

/**
 * Answers `POST /admin/api/:version/graphql.json` from the real schema: a wrong or expired token gets 401,
 * another version 404, an unknown field a validation error, a field without an answer an execution error.
 */
export function graphqlEndpoint(schema: GraphQLSchema, tokens: TokenStore) {
  const prepared = new Map<string, Prepared>();
  return async (request: Request, response: Response) => {
    if (!tokens.accepts(request.get("x-shopify-access-token") ?? "", new Date())) {
      return response
        .status(401)
        .json({ errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" });
    }
    if (request.params.version !== API_VERSION) return response.status(404).json({ errors: "Not Found" });
    const parsed = graphqlRequest.safeParse(request.body);
    if (!parsed.success) return response.status(400).json({ errors: z.prettifyError(parsed.error) });
    const { query, variables, operationName } = parsed.data;
    const entry = prepared.get(query) ?? prepare(schema, query);
    prepared.set(query, entry);
    if ("errors" in entry) return response.json({ errors: entry.errors.map((error) => error.toJSON()) });
    const result = await execute({
      schema,
      document: entry.document,
      variableValues: variables ?? {},
      operationName: operationName ?? null,
    });
    for (const error of result.errors ?? []) console.error(`[stand-in Shopify] ${error.message}`);
    return response.json({ ...result, extensions: { cost: costOf(query) } });
  };
}

function prepare(schema: GraphQLSchema, query: string): Prepared {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : { document };
  } catch (error) {
    return { errors: [error as GraphQLError] };
  }
}

function costOf(query: string) {
  const cost = Math.max(1, (query.match(/\{/g) ?? []).length);
  const throttleStatus = { ...BUCKET, currentlyAvailable: BUCKET.maximumAvailable - cost };
  return { requestedQueryCost: cost, actualQueryCost: cost, throttleStatus };
}
