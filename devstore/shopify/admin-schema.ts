import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  buildClientSchema,
  type GraphQLFieldResolver,
  GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import { API_VERSION } from "~/shopify/api-version";

/** Answers by type and field: the first argument is the parent's value. */
export type AdminResolvers = Record<string, Record<string, GraphQLFieldResolver<unknown, unknown>>>;

/**
 * Builds Shopify's real Admin API schema with our answers in it.
 * A field that neither has an answer here nor comes with its parent's value throws its own name.
 * Throws when an answer stands at a field the schema does not have.
 */
export function buildAdminSchema(resolvers: AdminResolvers): GraphQLSchema {
  const schema = buildClientSchema(readIntrospection());
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) field.resolve = answerFromParent;
  }
  for (const [typeName, answers] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    for (const [fieldName, answer] of Object.entries(answers)) {
      const field = type instanceof GraphQLObjectType ? type.getFields()[fieldName] : undefined;
      if (!field) throw new Error(`The Admin API ${API_VERSION} has no ${typeName}.${fieldName}`);
      field.resolve = answer;
    }
  }
  return schema;
}

const answerFromParent: GraphQLFieldResolver<unknown, unknown> = (parent, _args, _context, info) => {
  if (typeof parent === "object" && parent !== null && info.fieldName in parent) {
    return (parent as Record<string, unknown>)[info.fieldName];
  }
  throw new Error(
    `The stand-in Shopify has no answer for ${info.parentType.name}.${info.fieldName}: add it in devstore/shopify/admin-answers.ts`,
  );
};

function readIntrospection(): IntrospectionQuery {
  const file = new URL(`../../vendor/shopify-admin-api/admin_${API_VERSION}.json.gz`, import.meta.url);
  const { data } = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as { data: IntrospectionQuery };
  return data;
}
