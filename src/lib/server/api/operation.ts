import { z } from 'zod';
import type { Actor, Tx } from '#lib/server/db.ts';

/** Why a request is not answered, with the parameter and the value that it is about; `allowed` are the values there are. */
export type Refusal = {
  status: 400 | 404 | 405 | 406 | 429;
  code: 'unknown_parameter' | 'bad_value' | 'repeated' | 'not_found' | 'not_acceptable' | 'no_method' | 'too_many';
  parameter: string;
  value: string;
  allowed?: readonly string[];
  retryAfter?: number;
};

/** `always`: the same for ever. `briefly`: what is newest, which another may stand in for. `location` is where this very answer is. */
export type Answer = {
  status: 200;
  mediaType: string;
  body: string;
  keep: 'always' | 'briefly';
  location?: string;
};

/** What an operation is answered from: everything as everybody gets it. */
export type Source = {
  db: { transaction: <Result>(actor: Actor, work: (tx: Tx) => Promise<Result>) => Promise<Result> };
  origin: string;
  regions: readonly string[];
};

type Asked<Params, Query> = { params: Params; query: Query; accept: string | null; source: Source };
type Definition<Params extends z.ZodObject, Query extends z.ZodObject> = {
  id: string;
  path: string;
  summary: string;
  params: Params;
  query: Query;
  /** The schema of the answer of each media type. */
  answers: Readonly<Record<string, z.ZodType>>;
  run: (asked: Asked<z.output<Params>, z.output<Query>>) => Promise<Answer | Refusal> | Answer | Refusal;
};

/** A request as it came. */
type Request = {
  params: Readonly<Record<string, string | undefined>>;
  search: URLSearchParams;
  accept: string | null;
  source: Source;
};

/** One operation of the API: what it takes and answers, for parsing, documentation and tests alike. */
export type Operation = Omit<Definition<z.ZodObject, z.ZodObject>, 'run'> & {
  ask: (request: Request) => Promise<Answer | Refusal>;
};

/** Makes an operation; its parameters are read before `run` sees them. */
export function operation<Params extends z.ZodObject, Query extends z.ZodObject>({
  run,
  ...definition
}: Definition<Params, Query>): Operation {
  const ask = async ({ params, search, accept, source }: Request) => {
    const read = readQuery(search, Object.keys(definition.query.shape));
    if ('code' in read) return read;
    const path = parsed(definition.params, params);
    if ('code' in path) return path;
    const query = parsed(definition.query, read.raw);
    if ('code' in query) return query;
    return run({ params: path.data, query: query.data, accept, source });
  };
  return { ...definition, ask };
}

/** Parameters whose names go on with a variable in brackets, as `valueCodes[omraade]`. */
const deepParameters = ['valueCodes'];

/** Names of parameters are read without regard to case, as PxWebApi does. */
function readQuery(search: URLSearchParams, known: readonly string[]): Refusal | { raw: Record<string, unknown> } {
  const plain = new Map<string, string>();
  const deep = new Map<string, Map<string, string>>();
  for (const [parameter, value] of search) {
    const found = parameterOf(parameter, known);
    if (!found) return { status: 400, code: 'unknown_parameter', parameter, value, allowed: known };
    const { name, variable } = found;
    const values = variable === null ? plain : (deep.get(name) ?? new Map<string, string>());
    const key = variable ?? name;
    if (values.has(key)) return { status: 400, code: 'repeated', parameter, value };
    values.set(key, value);
    if (variable !== null) deep.set(name, values);
  }
  const objects = [...deep].map(([name, values]) => [name, Object.fromEntries(values)] as const);
  return { raw: Object.fromEntries<unknown>([...plain, ...objects]) };
}

function parameterOf(parameter: string, known: readonly string[]): { name: string; variable: string | null } | null {
  const [, start = parameter, variable = null] = /^(\w+)\[([a-z][a-z_]*)\]$/i.exec(parameter) ?? [];
  const name = known.find((one) => one.toLowerCase() === start.toLowerCase());
  if (!name || deepParameters.includes(name) !== (variable !== null)) return null;
  return { name, variable };
}

function parsed<Schema extends z.ZodObject>(schema: Schema, raw: unknown): Refusal | { data: z.output<Schema> } {
  const result = schema.safeParse(raw);
  if (result.success) return { data: result.data };
  const [issue] = result.error.issues;
  const name = String(issue?.path[0] ?? '');
  const value = (raw as Record<string, unknown>)[name];
  const allowed = issue?.code === 'invalid_value' ? issue.values.map(String) : undefined;
  return {
    ...{ status: 400, code: 'bad_value', parameter: name, value: typeof value === 'string' ? value : '' },
    ...(allowed && { allowed })
  };
}

/** The answer of an object as JSON. */
export function jsonAnswer(body: unknown, rest: Partial<Answer> = {}): Answer {
  return { status: 200, mediaType: 'application/json', body: JSON.stringify(body), keep: 'briefly', ...rest };
}

/** Nothing is published under that value of a parameter: also what is not public yet, or no longer. */
export function notFound(parameter: string, value: string): Refusal {
  return { status: 404, code: 'not_found', parameter, value };
}

/** Reads as everybody does, whoever asks. */
export function asPublic<Result>({ db }: Source, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.transaction({ kind: 'public' }, work);
}
