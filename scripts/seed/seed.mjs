import { readFile } from 'node:fs/promises';
import { App } from './app.mjs';
import { elementsOf } from './elements.mjs';
import { parseStrictly } from './strict-json.mjs';

const file = process.argv[2];

async function main() {
  const elements = elementsOf(parseStrictly(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file))));
  const app = new App({
    url: process.env.AGENTFUNCTIONS_URL ?? 'http://127.0.0.1:7071',
    localCloud: process.env.LOCALCLOUD_URL ?? 'http://127.0.0.1:7075',
    token: process.env.SEED_TOKEN,
  });
  const counts = { created: 0, replaced: 0, unchanged: 0 };
  for (const [index, element] of elements.entries()) {
    const place = `${index + 1} of ${elements.length}`;
    try {
      const outcome = await app.put(element);
      counts[outcome]++;
      console.log(`${place}: ${element.name}: ${outcome}`);
    } catch (fault) {
      throw new Error(`${place}: ${element.name}: ${fault.message}`);
    }
  }
  console.log(`seeded ${elements.length}: ${counts.created} created, ${counts.replaced} replaced, ${counts.unchanged} unchanged`);
}

try {
  await main();
} catch (fault) {
  console.error(`seed: ${file}: ${fault.message}`);
  process.exitCode = 1;
}
