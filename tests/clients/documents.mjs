// What graphql-js says about the corpus of documents: node documents.mjs CASES
//
// The form of the files is described in src/document/tests/corpus.rs.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';

const cases = process.argv[2];
const NAME = 'graphql-js';

const visible = (text) => text.replace(/⟨([0-9A-F]+)⟩/g, (_, code) => String.fromCodePoint(parseInt(code, 16)));

function* read(text) {
  let document = [];
  const lines = text.split('\n');
  while (lines.length > 0) {
    const line = lines.shift();
    if (!line.startsWith('--- ')) {
      document.push(line);
      continue;
    }
    const about = [];
    while (lines.length > 0 && lines[0] !== '') about.push(lines.shift().trim());
    lines.shift();
    const difference = about.find((one) => one.startsWith(`${NAME} takes it: `) || one.startsWith(`${NAME} refuses it: `));
    yield { source: visible(document.join('\n')), valid: line === '--- valid', difference };
    document = [];
  }
}

function errors(schema, source) {
  try {
    return validate(schema, parse(source)).map((error) => error.message);
  } catch (error) {
    return [error.message];
  }
}

let count = 0;
const wrong = [];
const directories = join(cases, 'documents');
for (const directory of readdirSync(directories)) {
  const own = join(directories, directory, 'schema.graphql');
  const sdl = existsSync(own) ? own : join(cases, 'api', directory, 'schema.graphql');
  const schema = buildSchema(readFileSync(sdl, 'utf8'));
  for (const file of readdirSync(join(directories, directory)).filter((name) => name.endsWith('.txt'))) {
    for (const { source, valid, difference } of read(readFileSync(join(directories, directory, file), 'utf8'))) {
      count += 1;
      const found = errors(schema, source);
      const takes = found.length === 0;
      const expected = takes === valid ? undefined : `${NAME} ${takes ? 'takes' : 'refuses'} it: `;
      const agrees = expected === undefined ? difference === undefined : difference?.startsWith(expected) && difference.length > expected.length;
      if (!agrees) wrong.push(`${directory}/${file}: "${expected}" is not "${difference}"\n${source}\n${found.join('\n')}`);
    }
  }
}
console.log(`${count} documents`);
if (wrong.length > 0) {
  console.log(wrong.join('\n\n'));
  process.exitCode = 1;
}
