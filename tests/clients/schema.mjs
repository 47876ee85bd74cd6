// Whether graphql-js takes a schema: node schema.mjs SDL INTROSPECTION PROJECT
//
// Writes into PROJECT what relay-compiler compiles: for each connection of the schema a fragment that is paginated,
// for each type of Node one that is fetched again by its id.

import { deepStrictEqual, equal } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  assertValidSchema,
  buildClientSchema,
  buildSchema,
  getNamedType,
  introspectionFromSchema,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  validateSchema,
} from 'graphql';

const [sdlFile, introspectionFile, project] = process.argv.slice(2);
const sdl = readFileSync(sdlFile, 'utf8');
const answer = JSON.parse(readFileSync(introspectionFile, 'utf8'));
const introspection = answer.data ?? answer;

const schema = buildSchema(sdl);
deepStrictEqual(validateSchema(schema), []);
const client = buildClientSchema(introspection);
assertValidSchema(client);

const sorted = (one) => lexicographicSortSchema(one);
equal(printSchema(sorted(client)), printSchema(sorted(schema)), 'introspection and SDL print the same');

// Everything that is the schema's own: what the specification predefines is described by every implementation in its
// own words, and newer versions of graphql-js know of more places for directives.
const isOwn = (type) => !isSpecifiedScalarType(type) && !isIntrospectionType(type);
const options = { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };
const own = (one) => {
  const { types, directives, ...rest } = introspectionFromSchema(sorted(one), options).__schema;
  return { ...rest, types: types.filter(isOwn), directives: directives.map((directive) => directive.name) };
};
deepStrictEqual(own(client), own(schema));
const names = (list) => list.filter(isOwn).map((type) => type.name).sort();
deepStrictEqual(names(introspection.__schema.types), names(own(schema).types), 'the same types');

mkdirSync(join(project, 'src'), { recursive: true });
const source = (name, text) =>
  writeFileSync(join(project, 'src', `${name}.js`), `import { graphql } from 'relay-runtime';\n\n${text}`);
const tagged = (name, text) => `export const ${name} = graphql\`\n${text}\n\`;\n`;

const isConnection = (type) => isObjectType(type) && type.name.endsWith('Connection');
const isNode = (type) => type.getInterfaces().some((one) => one.name === 'Node');
const isLeaf = (field) => field.args.length === 0 && !isObjectType(getNamedType(field.type));

// Every field that needs no argument and leads to no object, in the order of the schema.
const leaves = (type) => Object.values(type.getFields()).filter(isLeaf).map((field) => field.name).join(' ');

function paginated(module, type, field, key) {
  const node = getNamedType(getNamedType(getNamedType(field.type).getFields().edges.type).getFields().node.type);
  return tagged('fragment', `  fragment ${module}_page on ${type.name}
  @argumentDefinitions(count: { type: "Int", defaultValue: 7 }, cursor: { type: "String" })
  @refetchable(queryName: "${module}PaginationQuery") {
    ${field.name}(first: $count, after: $cursor) @connection(key: "${key}") {
      totalCount
      edges { node { ${leaves(node)} } }
    }
  }`);
}

function backwards(module, type, field, key) {
  return tagged('backwards', `  fragment ${module}_backwards on ${type.name}
  @argumentDefinitions(count: { type: "Int", defaultValue: 7 }, cursor: { type: "String" })
  @refetchable(queryName: "${module}BackwardsPaginationQuery") {
    latest: ${field.name}(last: $count, before: $cursor) @connection(key: "${key}") {
      edges { cursor node { __typename } }
      pageInfo { hasPreviousPage startCursor }
    }
  }`);
}

let connections = 0;
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith('__')) continue;
  const isQuery = type === schema.getQueryType();
  if (isQuery || isNode(type)) {
    for (const field of Object.values(type.getFields())) {
      if (!isConnection(getNamedType(field.type))) continue;
      const module = `Connection${connections++}`;
      const text = paginated(module, type, field, `${module}_${field.name}`);
      const back = backwards(module, type, field, `${module}_latest`);
      const query = isQuery ? tagged('query', `  query ${module}Query { ...${module}_page ...${module}_backwards }`) : '';
      source(module, text + back + query);
    }
  }
  if (!isQuery && isNode(type)) {
    const module = `Row${type.name}`;
    source(module, tagged('fragment', `  fragment ${module}_row on ${type.name} @refetchable(queryName: "${module}RefetchQuery") {\n    ${leaves(type)}\n  }`));
  }
}
writeFileSync(join(project, 'src', 'Nodes.js'),
  `import { graphql } from 'relay-runtime';\n\n${tagged('query', '  query NodesQuery($id: ID!, $ids: [ID!]!) { node(id: $id) { id __typename } nodes(ids: $ids) { id } }')}`);
writeFileSync(join(project, 'schema.graphql'), sdl);
writeFileSync(join(project, 'relay.config.json'), JSON.stringify({ src: './src', schema: './schema.graphql', language: 'javascript' }));
console.log(`${Object.keys(schema.getTypeMap()).length} types, ${connections} connections`);
