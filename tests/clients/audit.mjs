// The audits of graphql-http against a running server: node audit.mjs URL
//
// Prints one line for each that does not hold, and fails if the specification demands one of them.

import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2], fetchFn: fetch });
const failed = results.filter((result) => result.status !== 'ok');
for (const { name, id, status, reason, response } of failed) {
  console.log(`${status}: ${name} (${id}): ${reason} [${response?.status}]`);
}
console.log(`${results.length - failed.length} of ${results.length} audits hold`);
const demanded = failed.filter((result) => result.name.startsWith('MUST') || result.status === 'error');
process.exitCode = demanded.length > 0 || results.length === 0 ? 1 : 0;
