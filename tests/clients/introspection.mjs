// Whether introspection is as graphql-js gives it for the same SDL: node introspection.mjs DIRECTORY DOCUMENTS
//
// DIRECTORY holds `schema.graphql`, `everything.json` (the answer to the standard query) and, for each document of
// DOCUMENTS, the answer to it. Types and directives may come in any order, and what the specification predefines is
// described by every implementation in its own words: there it only counts whether there is a description.

import { deepStrictEqual, equal } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  assertValidSchema,
  buildClientSchema,
  buildSchema,
  graphqlSync,
  introspectionFromSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
  specifiedDirectives,
  specifiedScalarTypes,
} from 'graphql';

const [directory, documents] = process.argv.slice(2);
const read = (name) => readFileSync(join(directory, name), 'utf8');
const sdl = read('schema.graphql');
const schema = buildSchema(sdl);

const predefined = new Set([...specifiedScalarTypes, ...specifiedDirectives].map((one) => one.name));
// Those that the SDL defines for the sake of older readers have no description in it.
const defined = parse(sdl).definitions.filter((one) => one.kind === 'DirectiveDefinition').map((one) => one.name.value);

const SETS = ['types', 'directives', 'possibleTypes'];
const byName = (left, right) => (left.name < right.name ? -1 : 1);

function comparable(value, inside = false) {
  if (Array.isArray(value)) return value.map((item) => comparable(item, inside));
  if (value === null || typeof value !== 'object') return value;
  const isPredefined = inside || predefined.has(value.name) || Boolean(value.name?.startsWith('__'));
  const entries = Object.entries(value).map(([key, one]) => {
    if (key === 'description' && isPredefined) return [key, defined.includes(value.name) || one !== null];
    const inner = comparable(one, isPredefined);
    return [key, SETS.includes(key) && Array.isArray(inner) ? inner.sort(byName) : inner];
  });
  return Object.fromEntries(entries);
}

const options = { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };
const everything = JSON.parse(read('everything.json'));
deepStrictEqual(comparable(everything), comparable(introspectionFromSchema(schema, options)));

const client = buildClientSchema(everything);
assertValidSchema(client);
const printed = (one) => printSchema(lexicographicSortSchema(one));
equal(printed(client), printed(schema));

let count = 0;
for (const file of readdirSync(documents).filter((name) => name.endsWith('.graphql'))) {
  const source = readFileSync(join(documents, file), 'utf8');
  const variables = join(documents, file.replace('.graphql', '.variables.json'));
  const variableValues = existsSync(variables) ? JSON.parse(readFileSync(variables, 'utf8')) : {};
  const plain = JSON.parse(JSON.stringify(graphqlSync({ schema, source, variableValues })));
  const answer = JSON.parse(read(file.replace('.graphql', '.json')));
  equal(plain.errors, undefined, file);
  equal(answer.errors, undefined, file);
  deepStrictEqual(comparable(answer.data), comparable(plain.data), file);
  count += 1;
}
console.log(`${basename(directory)}: ${everything.__schema.types.length} types, ${count} documents`);
