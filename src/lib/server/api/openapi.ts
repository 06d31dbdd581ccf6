import { z } from 'zod';
import type { Operation } from './operation.ts';
import { schemas, type SchemaName } from './schemas.ts';
import { licence } from './licence.ts';

type Json = Record<string, unknown>;

const refusals = {
  400: 'A parameter or its value is unknown',
  404: 'Nothing is published there',
  406: 'No format of the answer is one that accept takes',
  429: 'Too many requests; retry-after says in how many seconds there are not'
} as const;

/** The document of some operations in OpenAPI 3.1, from the schemas that they are parsed by. */
export function openApiOf(operations: readonly Operation[], origin: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Regionspeil',
      version: '1.0.0',
      summary: 'Published statistics of advisory units for drug cases',
      description: 'Within v1 there are additions only: skip what you do not know.',
      license: { name: licence.name, url: licence.href }
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths: Object.fromEntries(operations.map((one) => [one.path, { get: operationObject(one) }])),
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, schemaOf(schema, 'output')]))
    }
  };
}

function operationObject({ id, summary, params, query, answers }: Operation): Json {
  return {
    operationId: id,
    summary,
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    responses: {
      200: { description: 'Published figures, or what there is', content: contentOf(answers) },
      304: { description: 'The same as what if-none-match names' },
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => {
          return [status, { description, content: contentOf({ 'application/problem+json': schemas.Problem }) }];
        })
      )
    }
  };
}

function contentOf(answers: Operation['answers']): Json {
  return Object.fromEntries(Object.entries(answers).map(([type, schema]) => [type, { schema: referenceTo(schema) }]));
}

function referenceTo(schema: z.ZodType): Json {
  const found = (Object.keys(schemas) as SchemaName[]).find((name) => schemas[name] === schema);
  if (!found) throw new Error('an answer whose schema has no name');
  return { $ref: `#/components/schemas/${found}` };
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...one }]) => ({
    ...{ name, in: place, required: required.includes(name), schema: one },
    ...(description !== undefined && { description }),
    ...(one.type === 'object' && { style: 'deepObject', explode: true })
  }));
}

function without(object: object, names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  return without(z.toJSONSchema(schema, { io }), ['$schema']);
}
