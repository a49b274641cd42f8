// How much script each entry makes a reader load before its first page, compressed.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const limits = { 'index.html': 150, 'board.html': 80, 'kiosk.html': 150 };
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** An entry's own file and everything it imports before it can start. */
function firstLoad(entry) {
  const seen = new Set();
  (function visit(key) {
    if (seen.has(key)) return;
    seen.add(key);
    for (const imported of manifest[key].imports ?? []) visit(imported);
  })(entry);
  return [...seen].map((key) => manifest[key].file);
}

let tooHeavy = false;
for (const [entry, limit] of Object.entries(limits)) {
  const files = firstLoad(entry).filter((file) => file.endsWith('.js'));
  const bytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length,
    0,
  );
  const kilobytes = bytes / 1024;
  const fits = kilobytes <= limit;
  tooHeavy ||= !fits;
  console.log(
    `${fits ? 'fits ' : 'HEAVY'} ${entry.padEnd(11)} ${kilobytes.toFixed(1)} KB of ${limit} KB compressed script in ${files.length} files`,
  );
}
process.exit(tooHeavy ? 1 : 0);
